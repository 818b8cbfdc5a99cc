// Written by make_fixtures.py.

extension Fixture {
  /// 334 bytes.
  static let python2 = Fixture(
    name: "python2",
    sha256: "dd763a904dfc3536a4961e1c7d4244aee98cf6e6a5b691dd5257457083165e03",
    base64: """
      gAKKCmz8nEb5IGqoUBkugAJN6QMugAJ9VQ1saXR0bGVfZW5kaWFuiHMugAJjY29sbGVjdGlvbnMKT3JkZXJlZERpY3
      QKXShdKFUBYWN0b3JjaC5fdXRpbHMKX3JlYnVpbGRfdGVuc29yCigoVQdzdG9yYWdlY3RvcmNoCkZsb2F0U3RvcmFn
      ZQpVAjExVQNjcHVLBE50UUsAKEsCSwJ0KEsCSwF0dFJlXShVAWJjdG9yY2guX3V0aWxzCl9yZWJ1aWxkX3RlbnNvcg
      ooKFUHc3RvcmFnZWN0b3JjaApGbG9hdFN0b3JhZ2UKVQIyMlUDY3B1SwJOdFFLAChLAnQoSwF0dFJlZYVSfVUJX21l
      dGFkYXRhfXNiLoACXShVAjExVQIyMmUuBAAAAAAAAAAAAIA/AAAAQAAAQEAAAIBAAgAAAAAAAAAAAKDAAADAQA==
      """)

  /// 334 bytes.
  static let python2Views = Fixture(
    name: "python2Views",
    sha256: "1ae6f65fdaee9410956b65065662118ccebaa357720b1a9f7cbb64f9d5402d20",
    base64: """
      gAKKCmz8nEb5IGqoUBkugAJN6QMugAJ9VQ1saXR0bGVfZW5kaWFuiHMugAJ9KFUFZXBvY2hLA1UKc3RhdGVfZGljdG
      Njb2xsZWN0aW9ucwpPcmRlcmVkRGljdApdKF0oVQFhY3RvcmNoLl91dGlscwpfcmVidWlsZF90ZW5zb3IKKChVB3N0
      b3JhZ2VjdG9yY2gKRmxvYXRTdG9yYWdlClUCMTFVA2NwdUsETnRRSwAoSwJLAnQoSwJLAXR0UmVdKFUBYmN0b3JjaC
      5fdXRpbHMKX3JlYnVpbGRfdGVuc29yCigoVQdzdG9yYWdlY3RvcmNoCkZsb2F0U3RvcmFnZQpVAjExVQNjcHVLBChV
      BHBhcnRLAksCdHRRSwAoSwJ0KEsBdHRSZWWFUnUugAJdKFUCMTFlLgQAAAAAAAAAAACAPwAAAEAAAEBAAACAQA==
      """)

  /// 760 bytes.
  static let safetensors = Fixture(
    name: "safetensors",
    sha256: "a3dc95c1caad32ecccc2de61bcbcb6e31ff8c6a1b4d2ddb2adcddc60116c0aa8",
    base64: """
      qAIAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJvcmlnaW4iOiJhIOKAnHRlc3TigJ1cbiJ9LCJpNjQiOnsiZHR5cGUiOi
      JJNjQiLCJzaGFwZSI6WzJdLCJkYXRhX29mZnNldHMiOlswLDE2XX0sImY2NCI6eyJkdHlwZSI6IkY2NCIsInNoYXBl
      IjpbMl0sImRhdGFfb2Zmc2V0cyI6WzE2LDMyXX0sImVtcHR5Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlswLDNdLC
      JkYXRhX29mZnNldHMiOlszMiwzMl19LCJmMzIiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzEsM10sImRhdGFfb2Zm
      c2V0cyI6WzMyLDQ0XX0sImkzMiI6eyJkdHlwZSI6IkkzMiIsInNoYXBlIjpbMl0sImRhdGFfb2Zmc2V0cyI6WzQ0LD
      UyXX0sImJmMTYiOnsiZHR5cGUiOiJCRjE2Iiwic2hhcGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbNTIsNTZdfSwiZjE2
      Ijp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOlszXSwiZGF0YV9vZmZzZXRzIjpbNTYsNjJdfSwiaTE2Ijp7ImR0eXBlIj
      oiSTE2Iiwic2hhcGUiOlsyXSwiZGF0YV9vZmZzZXRzIjpbNjIsNjZdfSwiaTgiOnsiZHR5cGUiOiJJOCIsInNoYXBl
      IjpbMl0sImRhdGFfb2Zmc2V0cyI6WzY2LDY4XX0sInU4Ijp7ImR0eXBlIjoiVTgiLCJzaGFwZSI6WzJdLCJkYXRhX2
      9mZnNldHMiOls2OCw3MF19LCJib29sIjp7ImR0eXBlIjoiQk9PTCIsInNoYXBlIjpbMl0sImRhdGFfb2Zmc2V0cyI6
      WzcwLDcyXX19ICAgIP3/////////AAAAAAABAAAAAAAAAADAPwAAAAAAAATAAADAPwAAAMAAAAAAkO7+/3ARAQCAP0
      nAVTUBAP/71P4sAYB/AP8BAA==
      """)

  /// 195 bytes.
  static let caffe = Fixture(
    name: "caffe",
    sha256: "221c5d99edf8eaa1c3ea011b25c8cb19372b1fbabd0e1dcdc59fbef763fe4dc8",
    base64: """
      CgR0aW55ogZUCgdjb252MV8yEgtDb252b2x1dGlvbhoEZGF0YVAAOho6BgoEAgEBAioQAAAAPwAAgL8AAABAAABQQD
      oYOgIIAi1vEoM6LQAAgMAyCAAAEEEAABBBogZRCgtjb252MV8ybm9ybRIJQmF0Y2hOb3JtOhE6AwoBAioEAAAgQSoE
      AACgQToXOgMKAQJCEAAAAAAAAABAAAAAAAAAIEA6CzoDCgEBKgQAAIBAogYPCgRsb3NzEgdTb2Z0bWF4
      """)

  /// 120 bytes.
  static let caffeVersion1 = Fixture(
    name: "caffeVersion1",
    sha256: "1eba16e9230792d94f7cb867d2f9f7ea639542d2c09ea98e46b67a1bab4d2d26",
    base64: """
      CgNvbGQSaRIEZGF0YRoEY29udiIEY29udigEMiIIARACGAEgAyoYAACAPwAAAEAAAEBAAACAQAAAoEAAAMBAMg0IAR
      ABGAEgAS0AAAC/oDgBqjgCPz+1ODEyMzS5ODEyMzQ1Njc4g0CLQAgFjECEQBoEZGF0YSAB
      """)
}
