"""The documentation: pages in `sider/`, and those that are made from the program itself."""
