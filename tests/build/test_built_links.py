"""我们自己建出来的网站：每个地址都通，没有一样东西来自第三方。"""

from jianjia import sitecheck


def test_our_site_has_nothing_to_mend(site):
    """严格模式建出来的网站，网站检查一处问题也没有。"""
    found, _ = sitecheck.check(site)

    assert [f"{f.path}:{f.line} {f.code} {f.message}" for f in found] == []


def test_our_site_asks_nothing_of_third_parties(site):
    """第三方主机为零；站内链接多得很，不是没读到。"""
    found, read = sitecheck.check(site, codes={"SIT112"})

    assert found == []
    assert sum(len(file.refs) for file in read.files.values()) > 1000


def test_the_offline_site_works_from_a_stick(offline_site):
    """离线版也一样；文件夹名带空格、汉字和井号不碍事。"""
    found, _ = sitecheck.check(offline_site)

    assert [f"{f.path}:{f.line} {f.code} {f.message}" for f in found] == []
