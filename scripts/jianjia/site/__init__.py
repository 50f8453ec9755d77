"""网站：MkDocs 只许出现在这个文件夹和 scripts/hooks.py 里；换生成器，就是换这个文件夹。"""
