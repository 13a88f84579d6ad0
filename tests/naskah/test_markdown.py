"""Markdown of a section: what it becomes, what is dropped and said."""

import pytest

from zona.naskah.markdown import TERPANJANG, Gambaran, Tempat, gambar


def html(teks: str, **isian: str) -> str:
    hasil = gambar(teks, isian=isian, tempat=())
    assert hasil.dibuang == ()
    assert all(isinstance(p, str) for p in hasil.potongan)
    return "".join(str(p) for p in hasil.potongan)


@pytest.mark.parametrize(
    ("teks", "jadi"),
    [
        ("*miring* dan **tebal**", "<p><em>miring</em> dan <strong>tebal</strong></p>"),
        ("# Judul", "<h2>Judul</h2>"),
        ("### Judul", "<h3>Judul</h3>"),
        ("1. satu\n2. dua", "<ol>\n<li>satu</li>\n<li>dua</li>\n</ol>"),
        ("3) tiga", '<ol start="3" class="kurung">\n<li>tiga</li>\n</ol>'),
        ("a. satu\nb. dua", '<ol type="a">\n<li>satu</li>\n<li>dua</li>\n</ol>'),
        ("c) tiga", '<ol type="a" start="3" class="kurung">\n<li>tiga</li>\n</ol>'),
        ("j. sepuluh\nk. sebelas", '<ol type="a" start="10">\n<li>sepuluh</li>\n<li>sebelas</li>\n</ol>'),
        ("a. x\n\n   1) y", '<ol type="a">\n<li>\n<p>x</p>\n<ol class="kurung">\n<li>y</li>\n</ol>\n</li>\n</ol>'),
        ("1. x\n   a. y", '<ol>\n<li>x\n<ol type="a">\n<li>y</li>\n</ol>\n</li>\n</ol>'),
        ("dr. Puji", "<p>dr. Puji</p>"),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>"),
        (
            "|a|b|\n|-|-:|\n|1|2|",
            '<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="kanan">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n'
            '<td class="kanan">2</td>\n</tr>\n</tbody>\n</table>',
        ),
        ("[BPK](https://bpk.go.id)", '<p><a href="https://bpk.go.id" rel="noopener noreferrer">BPK</a></p>'),
    ],
)
def test_text_becomes(teks: str, jadi: str) -> None:
    assert html(teks) == jadi


def test_words_of_the_data_are_text_and_no_markup() -> None:
    assert html("oleh {satker} dan {lain}", satker="*A* <b>B</b> [c](d)") == (
        "<p>oleh *A* &lt;b&gt;B&lt;/b&gt; [c](d) dan {lain}</p>"
    )


@pytest.mark.parametrize(
    ("teks", "jadi", "dibuang"),
    [
        ("<script>alert(1)</script>", "", "HTML “<script>alert(1)</script>”"),
        ("a <b onclick=x>b", "<p>a b</p>", "HTML “<b onclick=x>”"),
        ("![logo](https://contoh.id/a.png) x", "<p> x</p>", "gambar “https://contoh.id/a.png”"),
        ("![x](file:///etc/passwd)", "<p></p>", "gambar “file:///etc/passwd”"),
        ("![x](../../rahasia.png)", "<p></p>", "gambar “../../rahasia.png”"),
        ("[klik](javascript:alert(1))", "<p>klik</p>", "tautan “javascript:alert(1)”"),
        ("[klik](data:text/html,x)", "<p>klik</p>", "tautan “data:text/html,x”"),
        ("[klik](/etc/passwd)", "<p>klik</p>", "tautan “/etc/passwd”"),
        ("<iframe src=//a.id></iframe>", "", "HTML “<iframe src=//a.id></iframe>”"),
        ("[[rahasia]]", "", "tempat data “rahasia”"),
    ],
)
def test_what_is_dropped_is_said(teks: str, jadi: str, dibuang: str) -> None:
    hasil = gambar(teks, isian={}, tempat={"tim"})
    assert ("".join(str(p) for p in hasil.potongan), hasil.dibuang) == (jadi, (dibuang,))


def test_places_stand_between_the_text() -> None:
    hasil = gambar("satu\n\n[[tim]]\n\n[[bobot hasil]]\n\ndua [[tim]] tiga", isian={}, tempat={"tim", "bobot hasil"})
    assert hasil == Gambaran(("<p>satu</p>", Tempat("tim"), Tempat("bobot hasil"), "<p>dua [[tim]] tiga</p>"), ())


def test_reference_and_entity_tricks_make_no_picture() -> None:
    hasil = gambar("![a][b]\n\n[b]: https://x.id/p.png\n\n&lt;img src=x&gt; &#60;script&#62;", isian={}, tempat=())
    assert hasil.potongan == ("<p></p>\n<p>&lt;img src=x&gt; &lt;script&gt;</p>",)
    assert hasil.dibuang == ("gambar “https://x.id/p.png”",)


def test_too_long_is_refused() -> None:
    with pytest.raises(ValueError, match="terlalu panjang"):
        gambar("x" * (TERPANJANG + 1), isian={}, tempat=())


@pytest.mark.parametrize("teks", ["[" * 50_000, "> " * 20_000, "*a " * 20_000, "|a" * 20_000 + "\n" + "|-" * 20_000])
def test_hostile_nesting_ends(teks: str) -> None:
    gambar(teks, isian={}, tempat=())


def test_a_paragraph_all_in_bold_is_a_label() -> None:
    assert html("**Menimbang**\n\n**a** b\n\n- **c**") == (
        '<p class="label"><strong>Menimbang</strong></p>\n<p><strong>a</strong> b</p>\n'
        "<ul>\n<li><strong>c</strong></li>\n</ul>"
    )
