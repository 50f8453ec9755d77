"""建家手册：从一份 Markdown 到网页、文书和体检报告。数据只往一个方向流，见 ARCHITECTURE.md。"""
