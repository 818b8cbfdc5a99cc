// Written by make_fixtures.py with Pillow 12.3.0: change that script.

extension Fixture {
  /// Files with an orientation in every place there is.
  static let place: [Fixture] = [
    Fixture(
      "eXIfBefore1", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEAAQAAAAAAABPA
        decAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        AEWKA0iNBkuQneIn7TJ3PYLH
        """),
    Fixture(
      "eXIfBefore2", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEAAgAAAAAAACIo
        b3oAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        BkuQA0iNAEWKPYLH7TJ3neIn
        """),
    Fixture(
      "eXIfBefore3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEAAwAAAAAAAIRf
        ZM4AAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
    Fixture(
      "eXIfBefore4", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEABAAAAAAAAEH4
        WkAAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        neIn7TJ3PYLHAEWKA0iNBkuQ
        """),
    Fixture(
      "eXIfBefore5", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEABQAAAAAAAOeP
        UfQAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        AEWKneInA0iN7TJ3BkuQPYLH
        """),
    Fixture(
      "eXIfBefore6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEABgAAAAAAANZn
        S2kAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "eXIfBefore7", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEABwAAAAAAAHAQ
        QN0AAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        PYLHBkuQ7TJ3A0iNneInAEWK
        """),
    Fixture(
      "eXIfBefore8", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAGmVYSWZNTQAqAAAACAABARIAAwAAAAEACAAAAAAAAIZY
        MDQAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        BkuQPYLHA0iN7TJ3AEWKneIn
        """),
    Fixture(
      "eXIfBehind3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdL
        aYM6WQAAABplWElmSUkqAAgAAAABABIBAwABAAAAAwAAAAAAAAD/qB9NAAAAAElFTkSuQmCC
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
    Fixture(
      "eXIfBehind6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdL
        aYM6WQAAABplWElmSUkqAAgAAAABABIBAwABAAAABgAAAAAAAAC3SBEpAAAAAElFTkSuQmCC
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "eXIfLong4", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAIGVYSWZFeGlmAABJSSoACAAAAAEAEgEEAAEAAAAEAAAA
        AAAAAF/If1YAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        neIn7TJ3PYLHAEWKA0iNBkuQ
        """),
    Fixture(
      "eXIfLong7", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAIGVYSWZFeGlmAABJSSoACAAAAAEAEgEEAAEAAAAHAAAA
        AAAAANFHeLUAAAAcSURBVHjaY2Bw7WL26GXznsAw95H6W6Ny26bjADzEB0tpgzpZAAAAAElFTkSuQmCC
        """,
      pixels: """
        PYLHBkuQ7TJ3A0iNneInAEWK
        """),
    Fixture(
      "zTXtExif5", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAUnpUWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYAAHic40qt
        yEzjUgADYyMuE1NzCzNLMzMDIDBJMUkxMDBKNIAACyA2NDA0NALSxlAxQyA2NUACXACbIA/m8s8a6QAAABxJREFUeNpj
        YHDtYvboZfOewDD3kfpbo3LbpuMAPMQHS2mDOlkAAAAASUVORK5CYII=
        """,
      pixels: """
        AEWKneInA0iN7TJ3BkuQPYLH
        """),
    Fixture(
      "zTXtExif8", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAUXpUWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYAAHic40qt
        yEzjUgADYyMuE1NzCzNLMzMDIDBJMUkxMDBKNIAACyA2NDA0NALSxlAxQ6g4HHABAJtKD+kXMo89AAAAHElEQVR42mNg
        cO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQPYLHA0iN7TJ3AEWKneIn
        """),
    Fixture(
      "tEXtExif2", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAWnRFWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYACmV4aWYK
        ICAgICAgMjYKNGQ0ZDAwMmEwMDAwMDAwODAwMDEwMTEyMDAwMzAwMDAwMDAxMDAwMjAwMDAwMDAwMDAwMArBIiNaAAAA
        HElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQA0iNAEWKPYLH7TJ3neIn
        """),
    Fixture(
      "tEXtExif6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAWnRFWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYACmV4aWYK
        ICAgICAgMjYKNGQ0ZDAwMmEwMDAwMDAwODAwMDEwMTEyMDAwMzAwMDAwMDAxMDAwNjAwMDAwMDAwMDAwMArYjqxBAAAA
        HElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "iTXtExif3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAWmlUWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYAAQBlbgBU
        ZXh0AHic40qtyEzjUgADYyMuE1NzCzNLMzMDIDBJMUkxMDBKNIAACyA2NDA0NALSxlAxQyQ2GHABAJsED+SFTFBxAAAA
        HElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
    Fixture(
      "iTXtExif7", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAW2lUWHRSYXcgcHJvZmlsZSB0eXBlIGV4aWYAAQBlbgBU
        ZXh0AHic40qtyEzjUgADYyMuE1NzCzNLMzMDIDBJMUkxMDBKNIAACyA2NDA0NALSxlAxQyA2N0ACXACbPA/oof6hvAAA
        ABxJREFUeNpjYHDtYvboZfOewDD3kfpbo3LbpuMAPMQHS2mDOlkAAAAASUVORK5CYII=
        """,
      pixels: """
        PYLHBkuQ7TJ3A0iNneInAEWK
        """),
    Fixture(
      "tEXtExifBehind4", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdL
        aYM6WQAAAGZ0RVh0UmF3IHByb2ZpbGUgdHlwZSBleGlmAApleGlmCiAgICAgIDMyCjQ1Nzg2OTY2MDAwMDRkNGQwMDJh
        MDAwMDAwMDgwMDAxMDExMjAwMDMwMDAwMDAwMTAwMDQwMDAwMDAwMDAwMDAK5v5G4wAAAABJRU5ErkJggg==
        """,
      pixels: """
        neIn7TJ3PYLHAEWKA0iNBkuQ
        """),
    Fixture(
      "tEXtExifBehind8", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdL
        aYM6WQAAAGZ0RVh0UmF3IHByb2ZpbGUgdHlwZSBleGlmAApleGlmCiAgICAgIDMyCjQ1Nzg2OTY2MDAwMDRkNGQwMDJh
        MDAwMDAwMDgwMDAxMDExMjAwMDMwMDAwMDAwMTAwMDgwMDAwMDAwMDAwMDAKzAvXzgAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQPYLHA0iN7TJ3AEWKneIn
        """),
    Fixture(
      "zTXtAPP12", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAXXpUWHRSYXcgcHJvZmlsZSB0eXBlIEFQUDEAAHic40pP
        zUstykxWKCjKT8vMSeVSAANjIy4TU3MLM0szMwMgMEkxSTEwMEo0gAALIDY0MDQ0AtLGUDFDIDYyQAJcAAYCFCW4+DSV
        AAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQA0iNAEWKPYLH7TJ3neIn
        """),
    Fixture(
      "zTXtAPP15", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAXXpUWHRSYXcgcHJvZmlsZSB0eXBlIEFQUDEAAHic40pP
        zUstykxWKCjKT8vMSeVSAANjIy4TU3MLM0szMwMgMEkxSTEwMEo0gAALIDY0MDQ0AtLGUDFDIDY1QAJcAAYsFCiQ+04L
        AAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        AEWKneInA0iN7TJ3BkuQPYLH
        """),
    Fixture(
      "zTXtAPP1XMP3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABRHpUWHRSYXcgcHJvZmlsZSB0eXBlIEFQUDEAAHicfVLB
        ccQgDPxTRUrAWiGZZzq4FrCB/kvIyjjJ5W4mZgZktFqtJNLn47Glj/iw1WS7K1dGkynThkOGbaY2TazQBq0u03fbPMvE
        JgM8c8YJ3nomGnYkK66SI8jcqg10kTGP45givK+mcVMcRTuyds8KYneruntzxhV405GKGg07DGCQCCYGTt/RqIFh1iOV
        bZLj387QHL6g/1WOlpbjB04dF5EQYmhFVNVeSJYviJ7aklj99clwotiTSaBHL1Bj0coQ7sK9LxKecLYhUvsuPRKk8D9r
        oAA2hOWKVc+EVoof1HT7WY4wGfWHpujjUnuXdgXYu+B/53jHrEmmGOXF+03VNIqrnMySfmuKFCw9iqR+mX+7CBLF5duM
        Avz8Su5HQvL1HNjTa77pC8ptnFhIPXzSAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJ
        RU5ErkJggg==
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
    Fixture(
      "zTXtAPP1XMP6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABRHpUWHRSYXcgcHJvZmlsZSB0eXBlIEFQUDEAAHicfVLB
        ccQgDPxTRUrAWiGZZzq4FrCB/kvIyjjJ5W4mZgZktFqtJNLn47Glj/iw1WS7K1dGkynThkOGbaY2TazQBq0u03fbPMvE
        JgM8c8YJ3nomGnYkK66SI8jcqg10kTGP45givK+mcVMcRTuyds8KYneruntzxhV405GKGg07DGCQCCYGTt/RqIFh1iOV
        bZLj387QHL6g/1WOlpbjB04dF5EQYmhFVNVeSJYviJ7aklj99clwotiTSaBHL1Bj0coQ7sK9LxKecLYhUvsuPRKk8D9r
        oAA2hOWKVc+EVoof1HT7WY4wGfWHpujjUnuXdgXYu+B/53jHrEmmGOXF+03VNIqrnMySfmuKFDCJIqlf5t8ugkRx+Taj
        AD+/kvuRkHw9B/b0mm/6Ast+nFuB5LTfAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJ
        RU5ErkJggg==
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "zTXtXMP4", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABYHpUWHRSYXcgcHJvZmlsZSB0eXBlIHhtcAAAeJx9Ulty
        xCAM++cUPQKxwIbjkAX+OtPPHr9y2Gd2p2EmIViWZOPw+/0TvvxBqQEXTCsWdVPortmSRBXNalp1oIuMue/7FOF51eQn
        2ZBTR0zdYgKxRWtIxZoxMcNaGjkpvyQEmCSCiYGLFTQryjTtLqWbRP/Xiw6Dx9CDCL0kne4CbQXucPo4iIQIRcuSUtIT
        yYodRMUSV0Rj4rTjkWFEydBJoMnEhuqLuwjhW/jui4RfWA3kpbYV6a7g8WcPNMCGsFzRapHISu+Dnq5xViMUo//A5hnX
        q11PUDd89nuIjUczuAd3XWa4Jbl9GYi3vsgmnSveSVvyMivvaNVwdediLFmCRE/AiI0FPZI6VTkMGH5DovzjnWH30aDI
        fEeGN4rPuuwLOGEnkidseAYfsH/b/IpZ47DOwvuweeDDtFN3zTWH4xjU8Ad/LL7D2SQhhgAAABxJREFUeNpjYHDtYvbo
        ZfOewDD3kfpbo3LbpuMAPMQHS2mDOlkAAAAASUVORK5CYII=
        """,
      pixels: """
        neIn7TJ3PYLHAEWKA0iNBkuQ
        """),
    Fixture(
      "zTXtXMP7", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABYHpUWHRSYXcgcHJvZmlsZSB0eXBlIHhtcAAAeJx9Ulty
        xCAM++cUPQKxwIbjkAX+OtPPHr9y2Gd2p2EmIViWZOPw+/0TvvxBqQEXTCsWdVPortmSRBXNalp1oIuMue/7FOF51eQn
        2ZBTR0zdYgKxRWtIxZoxMcNaGjkpvyQEmCSCiYGLFTQryjTtLqWbRP/Xiw6Dx9CDCL0kne4CbQXucPo4iIQIRcuSUtIT
        yYodRMUSV0Rj4rTjkWFEydBJoMnEhuqLuwjhW/jui4RfWA3kpbYV6a7g8WcPNMCGsFzRapHISu+Dnq5xViMUo//A5hnX
        q11PUDd89nuIjUczuAd3XWa4Jbl9GYi3vsgmnSveSVvyMivvaNVwdediLFmCRE/AiI0FPZI6VTkMGH5DovzjnWH30aDI
        fEeGN4rPuuwLGxVPJE/Y8Aw+YP+2+RWzxmGdhfdh88CHaafummsOxzGo4Q+BEr7G9XDBEwAAABxJREFUeNpjYHDtYvbo
        ZfOewDD3kfpbo3LbpuMAPMQHS2mDOlkAAAAASUVORK5CYII=
        """,
      pixels: """
        PYLHBkuQ7TJ3A0iNneInAEWK
        """),
    Fixture(
      "tEXtXMP5", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAACcHRFWHRSYXcgcHJvZmlsZSB0eXBlIHhtcAAKeG1wCiAg
        ICAgMjkwCjNjM2Y3ODcwNjE2MzZiNjU3NDIwNjI2NTY3Njk2ZTNkMjJlZmJiYmYyMjIwNjk2NDNkMjI1NzM1NGQzMDRk
        NzA0MzY1Njg2OQo0ODdhNzI2NTUzN2E0ZTU0NjM3YTZiNjMzOTY0MjIzZjNlM2M3ODNhNzg2ZDcwNmQ2NTc0NjEyMDc4
        NmQ2YzZlNzMzYTc4M2QKMjI2MTY0NmY2MjY1M2E2ZTczM2E2ZDY1NzQ2MTJmMjIzZTNjNzI2NDY2M2E1MjQ0NDYyMDc4
        NmQ2YzZlNzMzYTcyNjQ2NjNkCjIyNjg3NDc0NzAzYTJmMmY3Nzc3NzcyZTc3MzMyZTZmNzI2NzJmMzEzOTM5MzkyZjMw
        MzIyZjMyMzIyZDcyNjQ2NjJkNzM3OQo2ZTc0NjE3ODJkNmU3MzIzMjIzZTNjNzI2NDY2M2E0NDY1NzM2MzcyNjk3MDc0
        Njk2ZjZlMjA3MjY0NjYzYTYxNjI2Zjc1NzQKM2QyMjIyMjA3ODZkNmM2ZTczM2E3NDY5NjY2NjNkMjI2ODc0NzQ3MDNh
        MmYyZjZlNzMyZTYxNjQ2ZjYyNjUyZTYzNmY2ZDJmCjc0Njk2NjY2MmYzMTJlMzAyZjIyMjA3NDY5NjY2NjNhNGY3MjY5
        NjU2ZTc0NjE3NDY5NmY2ZTNkMjIzNTIyMmYzZTNjMmY3Mgo2NDY2M2E1MjQ0NDYzZTNjMmY3ODNhNzg2ZDcwNmQ2NTc0
        NjEzZTNjM2Y3ODcwNjE2MzZiNjU3NDIwNjU2ZTY0M2QyMjc3MjIKM2YzZQrNmWt/AAAAHElEQVR42mNgcO1i9uhl857A
        MPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        AEWKneInA0iN7TJ3BkuQPYLH
        """),
    Fixture(
      "tEXtXMP8", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAACcHRFWHRSYXcgcHJvZmlsZSB0eXBlIHhtcAAKeG1wCiAg
        ICAgMjkwCjNjM2Y3ODcwNjE2MzZiNjU3NDIwNjI2NTY3Njk2ZTNkMjJlZmJiYmYyMjIwNjk2NDNkMjI1NzM1NGQzMDRk
        NzA0MzY1Njg2OQo0ODdhNzI2NTUzN2E0ZTU0NjM3YTZiNjMzOTY0MjIzZjNlM2M3ODNhNzg2ZDcwNmQ2NTc0NjEyMDc4
        NmQ2YzZlNzMzYTc4M2QKMjI2MTY0NmY2MjY1M2E2ZTczM2E2ZDY1NzQ2MTJmMjIzZTNjNzI2NDY2M2E1MjQ0NDYyMDc4
        NmQ2YzZlNzMzYTcyNjQ2NjNkCjIyNjg3NDc0NzAzYTJmMmY3Nzc3NzcyZTc3MzMyZTZmNzI2NzJmMzEzOTM5MzkyZjMw
        MzIyZjMyMzIyZDcyNjQ2NjJkNzM3OQo2ZTc0NjE3ODJkNmU3MzIzMjIzZTNjNzI2NDY2M2E0NDY1NzM2MzcyNjk3MDc0
        Njk2ZjZlMjA3MjY0NjYzYTYxNjI2Zjc1NzQKM2QyMjIyMjA3ODZkNmM2ZTczM2E3NDY5NjY2NjNkMjI2ODc0NzQ3MDNh
        MmYyZjZlNzMyZTYxNjQ2ZjYyNjUyZTYzNmY2ZDJmCjc0Njk2NjY2MmYzMTJlMzAyZjIyMjA3NDY5NjY2NjNhNGY3MjY5
        NjU2ZTc0NjE3NDY5NmY2ZTNkMjIzODIyMmYzZTNjMmY3Mgo2NDY2M2E1MjQ0NDYzZTNjMmY3ODNhNzg2ZDcwNmQ2NTc0
        NjEzZTNjM2Y3ODcwNjE2MzZiNjU3NDIwNjU2ZTY0M2QyMjc3MjIKM2YzZQodOt0CAAAAHElEQVR42mNgcO1i9uhl857A
        MPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQPYLHA0iN7TJ3AEWKneIn
        """),
    Fixture(
      "iTXtXMPAttribute2", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABPmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIiB0aWZmOk9yaWVudGF0aW9uPSIyIi8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBh
        Y2tldCBlbmQ9InciPz7Z3E6iAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJg
        gg==
        """,
      pixels: """
        BkuQA0iNAEWKPYLH7TJ3neIn
        """),
    Fixture(
      "iTXtXMPAttribute6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABPmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIiB0aWZmOk9yaWVudGF0aW9uPSI2Ii8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBh
        Y2tldCBlbmQ9InciPz46F+VRAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJg
        gg==
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "iTXtXMPElement3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABoWlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PScnIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIj48IS0tIHRpZmY6T3JpZW50YXRpb249IjkiIC0tPgo8dGlmZjpNYWtlPmEgJmFtcDsg
        YjwvdGlmZjpNYWtlPgo8dGlmZjpPcmllbnRhdGlvbj4gMyA8L3RpZmY6T3JpZW50YXRpb24+PC9yZGY6RGVzY3JpcHRp
        b24+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBhY2tldCBlbmQ9InciPz444fHtAAAAHElEQVR42mNgcO1i9uhl857A
        MPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
    Fixture(
      "iTXtXMPElement7", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABoWlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PScnIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIj48IS0tIHRpZmY6T3JpZW50YXRpb249IjkiIC0tPgo8dGlmZjpNYWtlPmEgJmFtcDsg
        YjwvdGlmZjpNYWtlPgo8dGlmZjpPcmllbnRhdGlvbj4gNyA8L3RpZmY6T3JpZW50YXRpb24+PC9yZGY6RGVzY3JpcHRp
        b24+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBhY2tldCBlbmQ9InciPz5If5G5AAAAHElEQVR42mNgcO1i9uhl857A
        MPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        PYLHBkuQ7TJ3A0iNneInAEWK
        """),
    Fixture(
      "iTXtXMPCompressed4", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABIGlUWHRYTUw6Y29tLmFkb2JlLnhtcAABAGVuAFRleHQA
        eJxdkMFOhDAQhu8+Ra2JeyplUQ/UtntwY7ygiZp4LlB2G6Q0MIbKq3nwkXwFW0PIxtvMPzNf/vn5zjtVtRpQqQ/GCvzz
        9Y2RqQV+uynSwt3po3mYB/0yP75Wc1vlNd5J7pnvXKdBId+925F5gVXdl5qFOsoUSz7UDXve3y8boRP4COAYpdM0JdNV
        0g8Hus3znKYZzTISNsj4aUF5YseLBbDXYzUYB6a3KPaq7D9AbDYLFVamHZM/B0nVdxRM09BtkkYb54QgYE+D0QEdOQLn
        GBEizziwQrVaKnSpOneLSk4XJY5OLiS6RnF2KnH6z96ihI9DteYj+ZqvtiHUKaT3C4oofDVJEig7AAAAHElEQVR42mNg
        cO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        neIn7TJ3PYLHAEWKA0iNBkuQ
        """),
    Fixture(
      "iTXtXMPCompressed8", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABIGlUWHRYTUw6Y29tLmFkb2JlLnhtcAABAGVuAFRleHQA
        eJxdkMFKxDAQhu8+RYzgntJ0K4KNSfbgIl6qoILntE13Q20a2pHGvpoHH8lXMJFSFm8z/8x8/PPznXeqajWgUh+MFfjn
        6xsjUwv8dl2khbvTR/MwD/plfnyt5rbKa7yT3DPfuU6DQr57tyPzAqu6LzULdZQplnyoG/a8v182QifwEcAxSqdpSqar
        pB8OdJvnOU0zmmUkbJDx04LyxI4XC2Cvx2owDkxvUexV2X+A2GwWKqxMOyZ/DpKq7yiYpqHbJI02zglBwJ4GowM6cgTO
        MSJEnnFghWq1VOhSde4WlZwuShydXEh0g+LsVOL0n71FCR+Has1H8jVfbUOoU0jvF4tcfDk8W7TTAAAAHElEQVR42mNg
        cO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAAABJRU5ErkJggg==
        """,
      pixels: """
        BkuQPYLHA0iN7TJ3AEWKneIn
        """),
    Fixture(
      "jpegXMPAttribute6", height: 5, width: 3, tolerance: 1,
      file: """
        /9j/4QFBaHR0cDovL25zLmFkb2JlLmNvbS94YXAvMS4wLwA8P3hwYWNrZXQgYmVnaW49Iu+7vyIgaWQ9Ilc1TTBNcENl
        aGlIenJlU3pOVGN6a2M5ZCI/Pjx4OnhtcG1ldGEgeG1sbnM6eD0iYWRvYmU6bnM6bWV0YS8iPjxyZGY6UkRGIHhtbG5z
        OnJkZj0iaHR0cDovL3d3dy53My5vcmcvMTk5OS8wMi8yMi1yZGYtc3ludGF4LW5zIyI+PHJkZjpEZXNjcmlwdGlvbiBy
        ZGY6YWJvdXQ9IiIgeG1sbnM6dGlmZj0iaHR0cDovL25zLmFkb2JlLmNvbS90aWZmLzEuMC8iIHRpZmY6T3JpZW50YXRp
        b249IjYiLz48L3JkZjpSREY+PC94OnhtcG1ldGE+PD94cGFja2V0IGVuZD0idyI/Pv/gABBKRklGAAEBAAABAAEAAP/b
        AEMAEAsMDgwKEA4NDhIREBMYKBoYFhYYMSMlHSg6Mz08OTM4N0BIXE5ARFdFNzhQbVFXX2JnaGc+TXF5cGR4XGVnY//b
        AEMBERISGBUYLxoaL2NCOEJjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY//A
        ABEIAAMABQMBEQACEQEDEQH/xAAUAAEAAAAAAAAAAAAAAAAAAAAE/8QAGRAAAgMBAAAAAAAAAAAAAAAAAQIABBIh/8QA
        FQEBAQAAAAAAAAAAAAAAAAAAAgX/xAAZEQEAAgMAAAAAAAAAAAAAAAABAAMSIjH/2gAMAwEAAhEDEQA/AD1nbB6Y8Q5L
        FZqT/9k=
        """,
      pixels: """
        eEhgflRViGFQkEBjlUtYoFlXrztqtEZjvlNjwEF0xUtw0Fh0xE6AyleA1WOF
        """),
    Fixture(
      "jpegXMPElement3", height: 3, width: 5, tolerance: 1,
      file: """
        /9j/4QGkaHR0cDovL25zLmFkb2JlLmNvbS94YXAvMS4wLwA8P3hwYWNrZXQgYmVnaW49Iu+7vyIgaWQ9Ilc1TTBNcENl
        aGlIenJlU3pOVGN6a2M5ZCI/Pjx4OnhtcG1ldGEgeG1sbnM6eD0iYWRvYmU6bnM6bWV0YS8iPjxyZGY6UkRGIHhtbG5z
        OnJkZj0iaHR0cDovL3d3dy53My5vcmcvMTk5OS8wMi8yMi1yZGYtc3ludGF4LW5zIyI+PHJkZjpEZXNjcmlwdGlvbiBy
        ZGY6YWJvdXQ9JycgeG1sbnM6dGlmZj0iaHR0cDovL25zLmFkb2JlLmNvbS90aWZmLzEuMC8iPjwhLS0gdGlmZjpPcmll
        bnRhdGlvbj0iOSIgLS0+Cjx0aWZmOk1ha2U+YSAmYW1wOyBiPC90aWZmOk1ha2U+Cjx0aWZmOk9yaWVudGF0aW9uPiAz
        IDwvdGlmZjpPcmllbnRhdGlvbj48L3JkZjpEZXNjcmlwdGlvbj48L3JkZjpSREY+PC94OnhtcG1ldGE+PD94cGFja2V0
        IGVuZD0idyI/Pv/gABBKRklGAAEBAAABAAEAAP/bAEMAEAsMDgwKEA4NDhIREBMYKBoYFhYYMSMlHSg6Mz08OTM4N0BI
        XE5ARFdFNzhQbVFXX2JnaGc+TXF5cGR4XGVnY//bAEMBERISGBUYLxoaL2NCOEJjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj
        Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY//AABEIAAMABQMBEQACEQEDEQH/xAAUAAEAAAAAAAAAAAAAAAAAAAAE
        /8QAGRAAAgMBAAAAAAAAAAAAAAAAAQIABBIh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgX/xAAZEQEAAgMAAAAAAAAAAAAA
        AAABAAMSIjH/2gAMAwEAAhEDEQA/AD1nbB6Y8Q5LFZqT/9k=
        """,
      pixels: """
        xE6AwEF0rztqkEBjeEhgyleAxUtwtEZjlUtYflRV1WOF0Fh0vlNjoFlXiGFQ
        """),
    Fixture(
      "jpegXMPElement8", height: 5, width: 3, tolerance: 1,
      file: """
        /9j/4QGkaHR0cDovL25zLmFkb2JlLmNvbS94YXAvMS4wLwA8P3hwYWNrZXQgYmVnaW49Iu+7vyIgaWQ9Ilc1TTBNcENl
        aGlIenJlU3pOVGN6a2M5ZCI/Pjx4OnhtcG1ldGEgeG1sbnM6eD0iYWRvYmU6bnM6bWV0YS8iPjxyZGY6UkRGIHhtbG5z
        OnJkZj0iaHR0cDovL3d3dy53My5vcmcvMTk5OS8wMi8yMi1yZGYtc3ludGF4LW5zIyI+PHJkZjpEZXNjcmlwdGlvbiBy
        ZGY6YWJvdXQ9JycgeG1sbnM6dGlmZj0iaHR0cDovL25zLmFkb2JlLmNvbS90aWZmLzEuMC8iPjwhLS0gdGlmZjpPcmll
        bnRhdGlvbj0iOSIgLS0+Cjx0aWZmOk1ha2U+YSAmYW1wOyBiPC90aWZmOk1ha2U+Cjx0aWZmOk9yaWVudGF0aW9uPiA4
        IDwvdGlmZjpPcmllbnRhdGlvbj48L3JkZjpEZXNjcmlwdGlvbj48L3JkZjpSREY+PC94OnhtcG1ldGE+PD94cGFja2V0
        IGVuZD0idyI/Pv/gABBKRklGAAEBAAABAAEAAP/bAEMAEAsMDgwKEA4NDhIREBMYKBoYFhYYMSMlHSg6Mz08OTM4N0BI
        XE5ARFdFNzhQbVFXX2JnaGc+TXF5cGR4XGVnY//bAEMBERISGBUYLxoaL2NCOEJjY2NjY2NjY2NjY2NjY2NjY2NjY2Nj
        Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY//AABEIAAMABQMBEQACEQEDEQH/xAAUAAEAAAAAAAAAAAAAAAAAAAAE
        /8QAGRAAAgMBAAAAAAAAAAAAAAAAAQIABBIh/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgX/xAAZEQEAAgMAAAAAAAAAAAAA
        AAABAAMSIjH/2gAMAwEAAhEDEQA/AD1nbB6Y8Q5LFZqT/9k=
        """,
      pixels: """
        1WOFyleAxE6A0Fh0xUtwwEF0vlNjtEZjrztqoFlXlUtYkEBjiGFQflRVeEhg
        """),
    Fixture(
      "exifBeforeXMP6", height: 3, width: 2, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABPmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIiB0aWZmOk9yaWVudGF0aW9uPSIzIi8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBh
        Y2tldCBlbmQ9InciPz56SmbuAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAABplWElmTU0A
        KgAAAAgAAQESAAMAAAABAAYAAAAAAADWZ0tpAAAAAElFTkSuQmCC
        """,
      pixels: """
        neInAEWK7TJ3A0iNPYLHBkuQ
        """),
    Fixture(
      "exifUprightBeforeXMP1", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABPmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIiB0aWZmOk9yaWVudGF0aW9uPSIzIi8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBh
        Y2tldCBlbmQ9InciPz56SmbuAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAABplWElmTU0A
        KgAAAAgAAQESAAMAAAABAAEAAAAAAAATwHXnAAAAAElFTkSuQmCC
        """,
      pixels: """
        AEWKA0iNBkuQneIn7TJ3PYLH
        """),
    Fixture(
      "xmpForInvalidExif3", height: 2, width: 3, tolerance: 0,
      file: """
        iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAABPmlUWHRYTUw6Y29tLmFkb2JlLnhtcAAAAGVuAFRleHQA
        PD94cGFja2V0IGJlZ2luPSLvu78iIGlkPSJXNU0wTXBDZWhpSHpyZVN6TlRjemtjOWQiPz48eDp4bXBtZXRhIHhtbG5z
        Ong9ImFkb2JlOm5zOm1ldGEvIj48cmRmOlJERiB4bWxuczpyZGY9Imh0dHA6Ly93d3cudzMub3JnLzE5OTkvMDIvMjIt
        cmRmLXN5bnRheC1ucyMiPjxyZGY6RGVzY3JpcHRpb24gcmRmOmFib3V0PSIiIHhtbG5zOnRpZmY9Imh0dHA6Ly9ucy5h
        ZG9iZS5jb20vdGlmZi8xLjAvIiB0aWZmOk9yaWVudGF0aW9uPSIzIi8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPjw/eHBh
        Y2tldCBlbmQ9InciPz56SmbuAAAAHElEQVR42mNgcO1i9uhl857AMPeR+lujctum4wA8xAdLaYM6WQAAABplWElmTU0A
        KgAAAAgAAQESAAMAAAABAAkAAAAAAAAgLzuAAAAAAElFTkSuQmCC
        """,
      pixels: """
        PYLH7TJ3neInBkuQA0iNAEWK
        """),
  ]
}
