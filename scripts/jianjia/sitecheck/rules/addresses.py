"""1 字头：地址。"""

from jianjia.sitecheck.rules import Rule

RULES = (
    Rule(
        "SIT101",
        "链接指向的页不存在",
        mend="改成真实的相对路径；页改了名，在新页的 aliases 里写上旧地址。",
        reason="读者点了是“找不到”。源文件里的链接对，模板或导航也可能把它拼错，所以建好以后再查一遍。",
        wrong='<a href="guides/founding/">怎样建会</a>',
        right="""
<!-- 文件：index.html -->
<a href="guides/founding/">怎样建会</a>
<!-- 文件：guides/founding/index.html -->
<h1>怎样建会</h1>
""",
    ),
    Rule(
        "SIT102",
        "网页要用的图片、样式、脚本不存在",
        mend="把文件放到它写的位置，或者改正地址；样式里的地址相对样式文件自己。",
        reason="缺了样式，整页是乱的；缺了脚本，打勾存不住；缺了图，看不懂步骤。",
        wrong="""
<!-- 文件：index.html -->
<link rel="stylesheet" href="assets/main.css">
<!-- 文件：assets/main.css -->
body { background: url("assets/paper.svg") }
<!-- 文件：assets/paper.svg -->
<svg xmlns="http://www.w3.org/2000/svg"/>
""",
        right="""
<!-- 文件：index.html -->
<link rel="stylesheet" href="assets/main.css">
<!-- 文件：assets/main.css -->
body { background: url("paper.svg") }
<!-- 文件：assets/paper.svg -->
<svg xmlns="http://www.w3.org/2000/svg"/>
""",
    ),
    Rule(
        "SIT103",
        "要下载的文件不存在",
        mend="确认附件已经生成，文件名和链接一个字都不差。",
        reason="下载不到空白表，读者就只好自己画一张。",
        wrong='<a href="申请书.pdf">下载申请书</a>',
        right="""
<!-- 文件：index.html -->
<a href="%E7%94%B3%E8%AF%B7%E4%B9%A6.pdf">下载申请书</a>
<!-- 文件：申请书.pdf -->
%PDF-1.7
""",
    ),
    Rule(
        "SIT104",
        "地址的大小写和文件名不一样",
        mend="照真实的文件名写；文件名最好全用小写。",
        reason="在 Windows 和 macOS 上打得开，放到 Linux 服务器上就是“找不到”。",
        wrong="""
<!-- 文件：index.html -->
<a href="Guides/">指南</a>
<!-- 文件：guides/index.html -->
<h1>指南</h1>
""",
        right="""
<!-- 文件：index.html -->
<a href="guides/">指南</a>
<!-- 文件：guides/index.html -->
<h1>指南</h1>
""",
    ),
    Rule(
        "SIT105",
        "地址和文件名看着一样，字符却不同",
        mend="文件名改用小写英文字母、数字和短横；一定要用别的字，两边都存成 NFC。",
        reason="同一个字有“合成”和“拆开”两种存法（NFC、NFD），macOS 会换掉，服务器却当成两个名字。",
        wrong="""
<!-- 文件：index.html -->
<a href="cafe%CC%81/">咖啡角</a>
<!-- 文件：café/index.html -->
<h1>咖啡角</h1>
""",
        right="""
<!-- 文件：index.html -->
<a href="caf%C3%A9/">咖啡角</a>
<!-- 文件：café/index.html -->
<h1>咖啡角</h1>
""",
    ),
    Rule(
        "SIT106",
        "地址走出了网站的文件夹",
        mend="少写几个“../”；网站以外的文件要先放进网站。",
        reason="在自己电脑上也许打得开，放到网上或者 U 盘里，那边没有这个文件。",
        wrong='<a href="../表格/">表格</a>',
        right="""
<!-- 文件：index.html -->
<a href="forms/">表格</a>
<!-- 文件：forms/index.html -->
<h1>表格</h1>
""",
    ),
    Rule(
        "SIT107",
        "以“/”开头的地址不在网站所在的文件夹下",
        mend="改成相对地址；一定要用绝对地址，前面加上网站所在的路径。",
        reason="网站挂在 https://甲/jianjia/ 下面时，“/guides/”指的是 https://甲/guides/，不是我们的页。",
        wrong="""
<link rel="canonical" href="https://example.org/jianjia/">
<a href="/guides/">指南</a>
""",
        right="""
<!-- 文件：index.html -->
<link rel="canonical" href="https://example.org/jianjia/">
<a href="/jianjia/guides/">指南</a>
<!-- 文件：guides/index.html -->
<h1>指南</h1>
""",
    ),
    Rule(
        "SIT108",
        "地址是空的",
        mend="写上地址；不是链接的，用按钮。",
        reason="空链接点了是重新打开本页，填了一半的东西可能就没了；空的图片地址会把本页再下载一遍。",
        wrong='<a href="">下载</a>',
        right='<a href="#download">下载</a> <p id="download">空白件</p>',
    ),
    Rule(
        "SIT109",
        "地址会运行脚本",
        mend="要做动作的用按钮和脚本文件，链接只写真正的地址。",
        reason="这种地址在微信里常常没反应，也给别人塞进恶意代码留了门。",
        wrong='<a href="javascript:print()">打印</a>',
        right='<button type="button" data-print>打印</button>',
    ),
    Rule(
        "SIT110",
        "邮箱或电话写得不对",
        mend="邮箱写成 mailto:甲@example.org，电话写成 tel:12351，都用半角。",
        reason="号码里有全角数字或多余的字，手机拨不出去。",
        wrong='<a href="tel:１２３５１转3">职工热线</a>',
        right='<a href="tel:12351">职工热线</a> <a href="mailto:union@example.org">写信</a>',
    ),
    Rule(
        "SIT111",
        "地址指向本机或内网",
        mend="换成大家都打得开的网址，或者放进网站里。",
        reason="写稿的人打得开，读者打不开。常见于从预览网页、单位内网、自己的硬盘里复制来的地址。",
        wrong='<a href="http://192.168.1.8/notice.html">通知</a>',
        right='<a href="https://example.org/notice.html">通知</a>',
    ),
    Rule(
        "SIT112",
        "向第三方要东西",
        mend="把文件放进网站自己的 assets/，从那里取。",
        reason="读者看了哪一页会被第三方知道；那边慢了、断了，这一页也跟着慢、跟着白。",
        wrong='<link rel="stylesheet" href="https://fonts.example.com/css?family=Noto">',
        right='<a href="https://www.acftu.org/">全国总工会</a>',
    ),
)
