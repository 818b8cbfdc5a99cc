// Written by make_fixtures.py with Pillow 12.3.0: change that script.

extension Fixture {
  /// PNG files of every colour type and depth.
  static let png: [Fixture] = [
    Fixture(
      "gray1", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQAAAACh4ct1AAAADklEQVR42mMIYfjHAMYADuIC+TiZY8MAAAAASUVORK5C
        YII=
        """,
      pixels: """
        AAAA////AAAA////AAAA////AAAA////////////////////////////AAAA////AAAA////AAAA////AAAA////////
        ////////////////////AAAA////AAAA////AAAA////AAAA
        """),
    Fixture(
      "gray2", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAgAAAADmQbGlAAAAF0lEQVR42mOwtGAIDWHYuIHh7h0GSwsAH7cEpi9gAhEA
        AAAASUVORK5CYII=
        """,
      pixels: """
        AAAA////qqqqVVVVAAAA////qqqqVVVVVVVVVVVVVVVVVVVVVVVVVVVVqqqq////AAAAVVVVqqqq////AAAA////VVVV
        ////VVVV////VVVV////AAAA////qqqqVVVVAAAA////qqqq
        """),
    Fixture(
      "gray4", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAAAAABpAUQFAAAAIklEQVR42mNgzjyvwHD37t0LDMsdXzcwFG79acDgrcn+
        AACK8ArAkwxrpAAAAABJRU5ErkJggg==
        """,
      pixels: """
        AAAAMzMzZmZmmZmZzMzM////IiIi3d3d3d3d3d3d3d3d3d3d3d3d3d3dqqqqd3d3REREERER7u7uu7u7iIiId3d3ERER
        u7u7VVVV////mZmZMzMzREREu7u7IiIimZmZAAAAd3d37u7u
        """),
    Fixture(
      "gray8", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAMUlEQVR42mNgYGbj5OEXYpj71rb3rm4tg9X1EsF13i8Y
        rh9cPbU+M5ihZPUjyYD2fQD8CA9Urt8oLwAAAABJRU5ErkJggg==
        """,
      pixels: """
        AAAAAwMDBgYGCQkJDAwMDw8PEhISnZ2d7e3tPT09jY2N3d3dLS0tfX19Ojo619fXdHR0ERERrq6uS0tL6Ojo19fXwcHB
        q6urlZWVf39/aWlpU1NTdHR0q6ur4uLiGRkZUFBQh4eHvr6+
        """),
    Fixture(
      "gray16", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAAAAAD8YXVHAAAAVklEQVR42gFLALT/AAAABAMIBgwJEAwUDxgSAJ6d7+1B
        PZKN4901LYZ9AD0629d6dBkRt65WS/ToANvXx8Gzq5+Vi393aWNTAHp0s6vs4iYZX1CYh9G+zXwfstg9jm0AAAAASUVO
        RK5CYII=
        """,
      pixels: """
        AAAABAQECAgIDAwMEBAQFBQUGBgYnp6e7+/vQUFBkpKS4+PjNTU1hoaGPT0929vbenp6GRkZt7e3VlZW9PT029vbx8fH
        s7Ozn5+fi4uLd3d3Y2Njenp6s7Oz7OzsJiYmX19fmJiY0dHR
        """),
    Fixture(
      "palette1", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAQMAAACzVGSbAAAABlBMVEUNctdQtRopBBWpAAAADklEQVR42mMIYfjHAMYA
        DuIC+TiZY8MAAAAASUVORK5CYII=
        """,
      pixels: """
        DXLXULUaDXLXULUaDXLXULUaDXLXULUaULUaULUaULUaULUaULUaULUaDXLXULUaDXLXULUaDXLXULUaDXLXULUaULUa
        ULUaULUaULUaULUaULUaDXLXULUaDXLXULUaDXLXULUaDXLX
        """),
    Fixture(
      "palette2", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFAgMAAAD09B5LAAAADFBMVEUNctdQtRqT+F3WO6Amnr4TAAAAF0lEQVR42mOw
        tGAIDWHYuIHh7h0GSwsAH7cEpi9gAhEAAAAASUVORK5CYII=
        """,
      pixels: """
        DXLX1jugk/hdULUaDXLX1jugk/hdULUaULUaULUaULUaULUaULUaULUak/hd1jugDXLXULUak/hd1jugDXLX1jugULUa
        1jugULUa1jugULUa1jugDXLX1jugk/hdULUaDXLX1jugk/hd
        """),
    Fixture(
      "palette4", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAMAAAB7tOvrAAAAMFBMVEUNctdQtRqT+F3WO6AZfuNcwSafBGniR6wliu9o
        zTKrEHXuU7gxlvt02T63HIH6X8QEArhrAAAAIklEQVR42mNgzjyvwHD37t0LDMsdXzcwFG79acDgrcn+AACK8ArAkwxr
        pAAAAABJRU5ErkJggg==
        """,
      pixels: """
        DXLX1jugnwRpaM0yMZb7+l/Ek/hddNk+dNk+dNk+dNk+dNk+dNk+dNk+qxB14kesGX7jULUatxyB7lO4JYrv4kesULUa
        7lO4XMEm+l/EaM0y1jugGX7j7lO4k/hdaM0yDXLX4kestxyB
        """),
    Fixture(
      "palette8", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAMAAAC+RAbqAAAAMFBMVEUNctdQtRqT+F3WO6AZfuNcwSafBGniR6wliu9o
        zTKrEHXuU7gxlvt02T63HIH6X8QEArhrAAAAKklEQVR42iXByQEAIAgDsHIoYhX239aHCWAzTyvuhx0uxYUQjk6DUxNR
        DxfYASRAqSmbAAAAAElFTkSuQmCC
        """,
      pixels: """
        DXLX1jugnwRpaM0yMZb7+l/Ek/hddNk+dNk+dNk+dNk+dNk+dNk+dNk+qxB14kesGX7jULUatxyB7lO4JYrv4kesULUa
        7lO4XMEm+l/EaM0y1jugGX7j7lO4k/hdaM0yDXLX4kestxyB
        """),
    Fixture(
      "paletteTransparent", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFBAMAAAB7tOvrAAAAMFBMVEUNctdQtRqT+F3WO6AZfuNcwSafBGniR6wliu9o
        zTKrEHXuU7gxlvt02T63HIH6X8QEArhrAAAACHRSTlMAIEBggKDA4LHhyHEAAAAiSURBVHjaY2DOPK/AcPfu3QsMyx1f
        NzAUbv1pwOCtyf4AAIrwCsCTDGukAAAAAElFTkSuQmCC
        """,
      pixels: """
        ////8LXbt0KOaM0yMZb7+l/E5P3WdNk+dNk+dNk+dNk+dNk+dNk+dNk+qxB15l22jL7x6fbitxyB7lO4JYrv5l226fbi
        7lO4mdh3+l/EaM0y8LXbjL7x7lO45P3WaM0y////5l22txyB
        """),
    Fixture(
      "grayTransparent", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAAAAACs8akEAAAAAnRSTlMA7agoU/0AAAAxSURBVHjaY2BgZuPk4RdimPvW
        tveubi2D1fUSwXXeLxiuH1w9tT4zmKFk9SPJgPZ9APwID1Su3ygvAAAAAElFTkSuQmCC
        """,
      pixels: """
        AAAAAwMDBgYGCQkJDAwMDw8PEhISnZ2d////PT09jY2N3d3dLS0tfX19Ojo619fXdHR0ERERrq6uS0tL6Ojo19fXwcHB
        q6urlZWVf39/aWlpU1NTdHR0q6ur4uLiGRkZUFBQh4eHvr6+
        """),
    Fixture(
      "rgbTransparent", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAABnRSTlMAEQBWAJs8yqFtAAAAd0lEQVR42mNgcO1i9uhl
        857A6TeZJ3Aaf8hMofA5DHMfqb81KrdtOt57SfyuUrpu0fbaQ+wMVvVHrsskluz8Jxg2e91nC+8JV1/oFjEAhQ6yea/+
        YDr1lnz9Ec7MdZ+DZ9xlAKoCCj1Sz5GMWxww9Vb7GcF9zB4AzTUxR6x6b80AAAAASUVORK5CYII=
        """,
      pixels: """
        AEWKA0iNBkuQCU6TDFGWD1SZElecneIn7TJ3PYLHjdIX3SJnLXK3fcIHOn/E1xxhdLn+////rvM4S5DV6C1y1xxhwQZL
        q/A1ldoff8QJaa7zU5jddLn+q/A14idsGV6jUJXah8wRvgNI
        """),
    Fixture(
      "grayAlpha8", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAQAAAAjkz5TAAAAVklEQVR42gFLALT/AABFA0gGSwlODFEPVBJXAJ3i7TI9
        go3S3SItcn3CADp/1xx0uRFWrvNLkOgtANccwQar8JXaf8RprlOYAHS5q/DiJxleUJWHzL4DHKMgFr/Fp4UAAAAASUVO
        RK5CYII=
        """,
      pixels: """
        urq6uLi4tra2tLS0srKysLCwrq6uqKio+/v7nJycoaGh+vr6oaGhnJycnZ2d+/v7mpqar6+vsrKymZmZ+/v7+/v7/v7+
        sLCwpKSknZ2dmZmZmJiYmpqasLCw+/v7qqqqmZmZn5+f/v7+
        """),
    Fixture(
      "rgb8", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAAd0lEQVR42mNgcO1i9uhl857A6TeZJ3Aaf8hMofA5DHMf
        qb81KrdtOt57SfyuUrpu0fbaQ+wMVvVHrsskluz8Jxg2e91nC+8JV1/oFjEAhQ6yea/+YDr1lnz9Ec7MdZ+DZ9xlAKoC
        Cj1Sz5GMWxww9Vb7GcF9zB4AzTUxR6x6b80AAAAASUVORK5CYII=
        """,
      pixels: """
        AEWKA0iNBkuQCU6TDFGWD1SZElecneIn7TJ3PYLHjdIX3SJnLXK3fcIHOn/E1xxhdLn+EVabrvM4S5DV6C1y1xxhwQZL
        q/A1ldoff8QJaa7zU5jddLn+q/A14idsGV6jUJXah8wRvgNI
        """),
    Fixture(
      "rgba8", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAYAAACJmvbYAAAAkUlEQVR42mNgcO06z+zRe4nNe8JVTr/JN3gCp93mD5l5
        Tyh8zkOGuY/Uc94ale+xbTrO03tJPOauUvoa3aLtf2oPsfswWNUf4bwuk7isZOc/Z8Gw2Q/WfbaoBRoi9QKoggEkcRBo
        5uoPplVTb8mnANX6ZQJVBM+4q8QA0gGSAJq+UTJu8YsAoIr2M4Jh+4AOAQDbd0PnF98u5wAAAABJRU5ErkJggg==
        """,
      pixels: """
        MGigL2ihL2miL2mkLmqlLmqmLmuo1fOk8mib9vn81u+r6GqYL3S42O21+Pr95WuY2u3/Lmun1/md7fT77mia5WuY3HKZ
        1/ie1fCn2O203u386PH62u3/1/ie62mZLm2r6vL71+6v23Sa
        """),
    Fixture(
      "grayAlpha16", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAQAAABzA+IQAAAAmUlEQVR42mNgYHB3ZWH29uBg8/fm4Qz2E+AJDxThjw6R
        EIoPZ5g39+mj92/NjRxtO5om9d689PiutpKpbk1RW+3ZQwy2Vi31t68ry1SVHNwpKZgQtn3dv89h3nMnfHlho8sAkjh+
        kJ9t8+pfH+ZPfXaru/7SkfLMfeuSg1fNYADpAEm8eWSiriaZGxcfsGzqjPb7Zy7uk2QGAGZMQo+tRJ72AAAAAElFTkSu
        QmCC
        """,
      pixels: """
        uLi4tbW1srKysLCwra2tq6urqampqKio/Pz8mpqaoqKi+vr6nZ2dnp6em5ub+vr6mpqaqKiot7e3l5eX/Pz8+vr6/Pz8
        tLS0qKion5+fmpqal5eXmpqatLS0+/v7oqKil5eXpaWl+vr6
        """),
    Fixture(
      "rgb16", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAIAAABWaL3MAAAA3UlEQVR42mNgYHB37etiYfb2mNTLwebvPW0CD2ew36zJ
        AjzhgfOmifBHhyyaKSEUH75sDsO8uU8f6aq/f2tuVFfuaNvRdP74pN6blxTFH9/VVipKN9WtKTq8va327CFRdgZbq5b6
        00duX1eWyUqsKjm4k+OfpGBC2PLZ29f9++xmEeY9d8KTq19e2Og2FzFAFB0/yM8W5r159a8PTqbzpz67pSffXX/piBRn
        eea+dayfk4NXzfh4lwFiEkTRm0cm6tU5apK5cVsWxwcsm/r21oz2+2fUBS/uk2RO8AAA1AJjmXlRWCoAAAAASUVORK5C
        YII=
        """,
      pixels: """
        AEeOBEuSCE+WDFOaEFeeFFuiGF+mnuUt7zd+QYjPktkh4ytyNXzDhs0VPYTL2yNqesEJGWCnt/5GVp3k9DyD2yNqxw9W
        s/pCn+Yui9Iad74GY6rxesEJs/pC7DR7Jm20X6btmN8n0Rlg
        """),
    Fixture(
      "rgba16", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFEAYAAADZCiqbAAABHElEQVR42mNgYHB37eu6ep6F2dtjUu/NSxxs/t7TJty9
        ysMZ7Ddr8sMbAjzhgfOmPb0twh8dsmjmy3sSQvHhy+a8fcgwb+7TR7rqJTnv35ob1ZUf3eNo29F0/rg4D8gQRfGMmMd3
        tZWK0neuMdWtKTq8netPW+3ZQ6LsMT4MtlYt9aePCHPevq4sk5W4cVlVycGdHP8CnCUFE8KWz373YPu6f5/dLHprw7zn
        TnhyVUfqywsb3eaiU9sZYBqOH+RnA0luXv3rg5NpZ9X8qc9u6cmXpnTXXzoixZnoV565bx3rZ1+L5OBVMz7etVRigNkA
        0/DmkYl6dc6hjWqSuXFbFv9+ER+wbOrbW6byM9rvn1EXzAu7uE+SOcFjeS8A+8aJz1sTnxwAAAAASUVORK5CYII=
        """,
      pixels: """
        KmWhKWaiKWakKWemKGioKGmqKGqs0/Of82Sb7vT70/Ck62WZ9vn80+2r8fb75maY1eyyKGut1/6Z4u769mWd5maY3WuX
        1vyZ0/Sf0+6o1uu03Oz81eyy1vyZ8WWbKW+13u370/Gi4WiX
        """),
    Fixture(
      "rgbInterlaced", height: 9, width: 10, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAoAAAAJCAIAAAHzwxrSAAABGElEQVR42mNgcO2SiF3E8EK3yKH1FANP4DSGKTflGEp2
        /guYekuncBsDm/cEofA5DI/Uc/YxezAAcdb6LwxW9UeAKtZ9tgBqU0pfwwBkAZV/Mq8B6jWrPsDA7NHL6TeZP2SmaNR8
        6YSlDNdlEgXDZntPuNp6in8/iyfD6g+mknGL288IfrWqT17xlqH+CKdi2urDHL6pq96z+0xkCJ5xVzNv83+XzqtS8UC1
        DHMfqb81KrdtOt57SfyuUrpu0fbaQ+xnhcJlk5bnbvoOMv4gmzdQ4dRb8kCjMtd9BhoAVK2esxFoLQMQAyWAFgKNAVqz
        9JU+0PC1n8wNy3Zv/WXPAHQWUAfQMUAJoBMeqmUDLQaabN1wNHLeYwBKhoIozWH6cgAAAABJRU5ErkJggg==
        """,
      pixels: """
        AEWKA0iNBkuQCU6TDFGWD1SZElecFVqfGF2iG2ClneIn7TJ3PYLHjdIX3SJnLXK3fcIHzRJXHWKnbbL3On/E1xxhdLn+
        EVabrvM4S5DV6C1yhcoPImesvwRJ1xxhwQZLq/A1ldoff8QJaa7zU5jdPYLHJ2yxEVabdLn+q/A14idsGV6jUJXah8wR
        vgNI9Tp/LHG2Y6jtEVabldofGV6jneInIWarpeovKW6zrfI3MXa7tfo/rvM4f8QJUJXaIWar8jd8wwhNlNkeZarvNnvA
        B0yRS5DVaa7zh8wRpeovwwhN4SZr/0SJHWKnO4DFWZ7j6C1yU5jdvgNIKW6zlNke/0SJaq/01RpfQIXKq/A1
        """),
    Fixture(
      "rgbaInterlaced", height: 9, width: 10, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAoAAAAJCAYAAAF8oY2FAAABUUlEQVR42mNgcO06LxG76DnDC92i7Q6tp/gZeAKn3WaY
        clMumaFk5z/ngKm35HUKt/1mYPOecFUofM5DhkfqORv3MXv0MoCIrPVfLBms6o9wgtSu+2xRCzJGKX3NRwYQB6T5k3nN
        QZBpZtUHWBmAOi5x+k2+wR8y855o1Pwn0glLXzFcl0lcJhg2+wHQAimgA0L2s3j2Maz+YFolGbf4RfsZwbCvQAuSV7w1
        YgDa46eYtvrDYQ7fSamr3puw+0y8xhA8466SZt7mH/9dOs9dlYpfAtLJMBfoyrdG5Xtsm47z9F4Sj7kLdBPQZX9qD7H7
        nAV6QzZp+ZvcTd9twJYfBPoNpAvo2hSQFZlAt4NMBWkGevYbyHEMIAKkAOQokOkgdyx9pV8Csnot0JOGZbsZtv6yb2EA
        eQNkAsjlIAUgxz5Uy94Ach/IWuuGo1yR8x5rAAArVLK5Up5+qgAAAABJRU5ErkJggg==
        """,
      pixels: """
        MGigL2ihL2miL2mkLmqlLmqmLmuoLmupLmyrLm2s1fOk8mib9vn81u+r6GqYL3S42O214G6YLm6u3e39+Pr95WuY2u3/
        Lmun1/md7fT77mia1+6wLm+x23Oa5WuY3HKZ1/ie1fCn2O203u386PH69vn8L3G0Lmun2u3/1/ie62mZLm2r6vL71+6v
        23Sa92idL3O34O77Lmun1fCnLm2r1fOkLm+w1vWgL3K11/me////2fyc1/md2O206vL7Lm+w9Wic3XKZ1fCo4O78+/z+
        L2mj7fT73u381+6v1vWg3XKZ6mmZ/2igLm6u9/r95fD77mia6PH623SaL3K11fCo/2ig3u395GyY9Pj81/ie
        """),
    Fixture(
      "palette4Interlaced", height: 9, width: 10, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAoAAAAJBAMAAAGOj5C2AAAAMFBMVEUNctdQtRqT+F3WO6AZfuNcwSafBGniR6wliu9o
        zTKrEHXuU7gxlvt02T63HIH6X8QEArhrAAAARUlEQVR42mPgYGhgOMDgwOBwgCGJQY/hFcOSFwoMD1QSGCy/bmAo3PqB
        YWepAcNH0wIw/y4IAEV/2hYyiM4FQqCs4d+dAEoNG4Vvn1S/AAAAAElFTkSuQmCC
        """,
      pixels: """
        DXLX1jugnwRpaM0yMZb7+l/Ek/hdXMEmJYrv7lO4dNk+dNk+dNk+dNk+dNk+dNk+dNk+dNk+dNk+dNk+qxB14kesGX7j
        ULUatxyB7lO4JYrvXMEmk/hd+l/E4kesULUa7lO4XMEm+l/EaM0y1jugdNk+4kesULUaGX7j7lO4k/hdaM0yDXLX4kes
        txyBXMEmMZb71jugULUaXMEmaM0ydNk+ULUaXMEmaM0ydNk+ULUaXMEmtxyB+l/EDXLXULUak/hd1jugGX7jXMEmnwRp
        4kes7lO4aM0y4kesXMEm1jugULUa+l/EdNk+7lO4aM0yJYrv1jugtxyBaM0yGX7j+l/EqxB1XMEmDXLX7lO4
        """),
    Fixture(
      "gamma", height: 5, width: 7, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAcAAAAFCAIAAAAG+GGPAAAABGdBTUEAAYagMeiWXwAAAHdJREFUeNpjYHDtYvboZfOe
        wOk3mSdwGn/ITKHwOQxzH6m/NSq3bTree0n8rlK6btH22kPsDFb1R67LJJbs/CcYNnvdZwvvCVdf6BYxAIUOsnmv/mA6
        9ZZ8/RHOzHWfg2fcZQCqAgo9Us+RjFscMPVW+xnBfcweAM01MUesem/NAAAAAElFTkSuQmCC
        """,
      pixels: """
        AEWKA0iNBkuQCU6TDFGWD1SZElecneIn7TJ3PYLHjdIX3SJnLXK3fcIHOn/E1xxhdLn+EVabrvM4S5DV6C1y1xxhwQZL
        q/A1ldoff8QJaa7zU5jddLn+q/A14idsGV6jUJXah8wRvgNI
        """),
  ]
}
