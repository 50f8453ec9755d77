"""建家手册：从一份 Markdown 到网页、文书和体检报告。数据只往一个方向流，见 ARCHITECTURE.md。"""

import os

# pydantic 一装载就到处找插件，慢几十毫秒；别人装的插件也不该改我们的校验。
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
