"""The version of copydesk, for every module that must not import the whole of `lint`."""

__version__ = "0.1.0"
