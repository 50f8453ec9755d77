"""4 字头：文件本身。"""

from jianjia.sitecheck.rules import Rule

RULES = (
    Rule(
        "SIT401",
        "文件是空的",
        mend="重新生成这个文件；确实不要了就删掉，连同链到它的地方。",
        reason="下载下来打不开，读者会以为是自己的电脑坏了。",
        wrong="""
<!-- 文件：index.html -->
<a href="form.docx">空白表</a>
<!-- 文件：form.docx -->
""",
        right="""
<!-- 文件：index.html -->
<a href="form.pdf">空白表</a>
<!-- 文件：form.pdf -->
%PDF-1.7
""",
    ),
    Rule(
        "SIT402",
        "文件内容和扩展名不符",
        mend="用对应的程序另存成真正的那种文件，不要只改扩展名。",
        reason="改了名的 .doc、存成 .pdf 的“找不到”网页、传了一半的压缩包，点了都打不开。",
        wrong="""
<!-- 文件：index.html -->
<a href="form.docx">空白表</a>
<!-- 文件：form.docx -->
这是改了扩展名的纯文本
""",
        right="""
<!-- 文件：index.html -->
<a href="form.txt">空白表</a>
<!-- 文件：form.txt -->
这是纯文本
""",
    ),
    Rule(
        "SIT403",
        "两个文件名只差大小写",
        mend="给其中一个换个名字，全用小写。",
        reason="拷进 U 盘或在 Windows 上解压，后一个会盖掉前一个，谁也不说一声。",
        wrong="""
<!-- 文件：index.html -->
<a href="form.txt">表一</a> <a href="Form.txt">表二</a>
<!-- 文件：form.txt -->
表一
<!-- 文件：Form.txt -->
表二
""",
        right="""
<!-- 文件：index.html -->
<a href="form1.txt">表一</a> <a href="form2.txt">表二</a>
<!-- 文件：form1.txt -->
表一
<!-- 文件：form2.txt -->
表二
""",
    ),
    Rule(
        "SIT404",
        "没有哪一页用到这个文件",
        mend="不要了就删掉；要用的，在该用的页上链到它。",
        reason="没人用的附件和图片只会让下载包变大，过时了也没人知道。加 --unused 才查。",
        wrong="""
<!-- 文件：index.html -->
<h1>首页</h1>
<!-- 文件：assets/old.txt -->
没人要
""",
        right="""
<!-- 文件：index.html -->
<a href="assets/old.txt">有人要</a>
<!-- 文件：assets/old.txt -->
有人要
""",
        unused=True,
    ),
)
