"""2 字头：锚点。"""

from jianjia.sitecheck.rules import Rule

RULES = (
    Rule(
        "SIT201",
        "锚点不存在",
        mend="照那一页真实的小标题、事项编号或条文写；小标题改了，链接也要改。",
        reason="读者会停在页首，不知道该看哪里。",
        wrong='<a href="#怎麽做">怎么做</a> <h2 id="怎么做">怎么做</h2>',
        right='<a href="#怎么做">怎么做</a> <h2 id="怎么做">怎么做</h2>',
    ),
    Rule(
        "SIT202",
        "锚点被编码了两次",
        mend="只编码一次，或者直接写汉字。",
        reason="“%”自己又被换成“%25”，浏览器只解开一层，就对不上了。",
        wrong='<a href="#%25E5%2581%259A">做</a> <h2 id="做">做</h2>',
        right='<a href="#%E5%81%9A">做</a> <h2 id="做">做</h2>',
    ),
    Rule(
        "SIT203",
        "锚点的大小写不对",
        mend="照编号真实的大小写写；清单事项的锚点是小写编号。",
        reason="锚点分大小写，差一个就停在页首。",
        wrong='<a href="#BR-FD-01">第一项</a> <p id="br-fd-01">第一项</p>',
        right='<a href="#br-fd-01">第一项</a> <p id="br-fd-01">第一项</p>',
    ),
    Rule(
        "SIT204",
        "锚点看着一样，字符却不同",
        mend="把链接里的字重新打一遍，存成 NFC。",
        reason="从 PDF 或 macOS 复制来的字可能是“拆开”存的（NFD），看着一样，浏览器却说不是。",
        wrong='<a href="#cafe\u0301">咖啡角</a> <h2 id="caf\u00e9">咖啡角</h2>',
        right='<a href="#caf\u00e9">咖啡角</a> <h2 id="caf\u00e9">咖啡角</h2>',
    ),
    Rule(
        "SIT205",
        "同一页有两个一样的编号",
        mend="后一个换个名字；小标题重名的，改一个标题。",
        reason="链接只到得了第一个；标签也会认错输入框。",
        wrong='<h2 id="fee">会费</h2> <h2 id="fee">经费</h2>',
        right='<h2 id="fee">会费</h2> <h2 id="fund">经费</h2>',
    ),
)
