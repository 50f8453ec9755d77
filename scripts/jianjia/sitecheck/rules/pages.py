"""3 字头：页和页之间。"""

from jianjia.sitecheck.rules import Rule

RULES = (
    Rule(
        "SIT301",
        "转向的页不存在",
        mend="把 aliases 里的旧地址写到现在的页上；目标页删了的，转到最接近的页。",
        reason="旧地址在微信群里、在二维码上，转不到就等于全坏了。转了几次最后落空的也算。",
        wrong="""
<!-- 文件：index.html -->
<a href="old/">旧地址</a>
<!-- 文件：old/index.html -->
<meta http-equiv="refresh" content="0; url=../new/">
""",
        right="""
<!-- 文件：index.html -->
<a href="old/">旧地址</a>
<!-- 文件：old/index.html -->
<meta http-equiv="refresh" content="0; url=../new/">
<!-- 文件：new/index.html -->
<h1>新地址</h1>
""",
    ),
    Rule(
        "SIT302",
        "转向绕圈",
        mend="想好哪一个是真的页，别的都转到它。",
        reason="甲转乙、乙又转甲，浏览器转到头晕，读者什么也看不到。",
        wrong="""
<!-- 文件：index.html -->
<a href="a.html">甲</a>
<!-- 文件：a.html -->
<meta http-equiv="refresh" content="0; url=b.html">
<!-- 文件：b.html -->
<meta http-equiv="refresh" content="0; url=a.html">
""",
        right="""
<!-- 文件：index.html -->
<a href="a.html">甲</a>
<!-- 文件：a.html -->
<meta http-equiv="refresh" content="0; url=b.html">
<!-- 文件：b.html -->
<h1>乙</h1>
""",
    ),
    Rule(
        "SIT303",
        "从首页点不到这一页",
        mend="在栏目页或相关的页里链到它；不要了就删掉。",
        reason="没有路进来的页，等于没有写。转向页和 404 页不算。",
        wrong="""
<!-- 文件：index.html -->
<h1>首页</h1>
<!-- 文件：lost.html -->
<a href="index.html">回首页</a>
""",
        right="""
<!-- 文件：index.html -->
<a href="lost.html">不再走丢</a>
<!-- 文件：lost.html -->
<a href="index.html">回首页</a>
""",
    ),
    Rule(
        "SIT304",
        "网站地图里的地址没有对应的页",
        mend="重新建站；还不行，看 site_url 写得对不对。",
        reason="搜索引擎照着网站地图来，来了是“找不到”，整个网站的排名都受影响。",
        wrong="""
<!-- 文件：index.html -->
<h1>首页</h1>
<!-- 文件：sitemap.xml -->
<urlset><url><loc>https://example.org/</loc></url>
<url><loc>https://example.org/gone/</loc></url></urlset>
""",
        right="""
<!-- 文件：index.html -->
<h1>首页</h1>
<!-- 文件：sitemap.xml -->
<urlset><url><loc>https://example.org/</loc></url></urlset>
""",
    ),
)
