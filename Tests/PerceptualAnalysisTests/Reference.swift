// Made by make_reference.py beside this file, with SciPy and NumPy. Do not edit.
// swift-format-ignore-file

/// Statistics of independent origin; see make_reference.py.
enum Reference {
  /// Probability and quantile: scipy.stats.norm.ppf.
  static let normal: [[Double]] = [
    [1e-300, -37.0470962993612],
    [1e-12, -7.034483825301131],
    [1e-06, -4.753424308822899],
    [0.001, -3.090232306167813],
    [0.025, -1.9599639845400545],
    [0.2, -0.8416212335729142],
    [0.5, 0.0],
    [0.7, 0.5244005127080407],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [0.999999999, 5.997807019601637],
  ]
  /// Degrees of freedom, probability, quantile: scipy.stats.t.ppf.
  static let student: [[Double]] = [
    [1.0, 0.0005, -636.6192487687196],
    [1.0, 0.025, -12.706204736174705],
    [1.0, 0.3, -0.7265425280053609],
    [1.0, 0.5, 0.0],
    [1.0, 0.9, 3.0776835371752544],
    [1.0, 0.975, 12.706204736174694],
    [1.0, 0.99999, 31830.988608051957],
    [2.0, 0.0005, -31.59905457644362],
    [2.0, 0.025, -4.302652729749464],
    [2.0, 0.3, -0.6172133998483678],
    [2.0, 0.5, 0.0],
    [2.0, 0.9, 1.8856180831641272],
    [2.0, 0.975, 4.302652729749462],
    [2.0, 0.99999, 223.60344363454604],
    [3.0, 0.0005, -12.923978636687481],
    [3.0, 0.025, -3.1824463052837086],
    [3.0, 0.3, -0.5843897274398188],
    [3.0, 0.5, 0.0],
    [3.0, 0.9, 1.637744353696209],
    [3.0, 0.975, 3.1824463052837078],
    [3.0, 0.99999, 47.92772837600671],
    [7.5, 0.0005, -5.207725655800546],
    [7.5, 0.025, -2.3330396268649745],
    [7.5, 0.3, -0.5474128775812613],
    [7.5, 0.5, 0.0],
    [7.5, 0.9, 1.4052118464159533],
    [7.5, 0.975, 2.333039626864974],
    [7.5, 0.99999, 9.440923217897762],
    [29.0, 0.0005, -3.659405019466333],
    [29.0, 0.025, -2.045229642132704],
    [29.0, 0.3, -0.530214395709161],
    [29.0, 0.5, 0.0],
    [29.0, 0.9, 1.311433647301551],
    [29.0, 0.975, 2.045229642132703],
    [29.0, 0.99999, 5.0855047020118995],
    [199.0, 0.0005, -3.3400865561614315],
    [199.0, 0.025, -1.9719565442517537],
    [199.0, 0.3, -0.5252415444968886],
    [199.0, 0.5, 0.0],
    [199.0, 0.9, 1.2858202092594093],
    [199.0, 0.975, 1.9719565442517533],
    [199.0, 0.99999, 4.369925952468347],
    [4999.0, 0.0005, -3.2924741130564406],
    [4999.0, 0.025, -1.9604386466615251],
    [4999.0, 0.3, -0.5244339515206755],
    [4999.0, 0.5, 0.0],
    [4999.0, 0.9, 1.2817209392150215],
    [4999.0, 0.975, 1.9604386466615247],
    [4999.0, 0.99999, 4.268987090290967],
  ]
  /// Degrees of freedom, t, two-sided p: scipy.stats.t.sf.
  static let studentTails: [[Double]] = [
    [1.0, 0.0, 1.0],
    [1.0, 0.01, 0.993634014470186],
    [1.0, 0.7, 0.6111997755715705],
    [1.0, 2.0, 0.2951672353008665],
    [1.0, 5.0, 0.1256659163780024],
    [1.0, 30.0, 0.02121280481107085],
    [2.0, 0.0, 1.0],
    [2.0, 0.01, 0.992929108958201],
    [2.0, 0.7, 0.5563930246328654],
    [2.0, 2.0, 0.18350341907227397],
    [2.0, 5.0, 0.037749551350623724],
    [2.0, 30.0, 0.001109262681959659],
    [7.5, 0.0, 1.0],
    [7.5, 0.01, 0.9922821310703696],
    [7.5, 0.7, 0.5050556218738504],
    [7.5, 2.0, 0.08289699529816631],
    [7.5, 5.0, 0.0012762228035169815],
    [7.5, 30.0, 4.3747334101036444e-09],
    [29.0, 0.0, 1.0],
    [29.0, 0.01, 0.9920897648032249],
    [29.0, 0.7, 0.48950514861448374],
    [29.0, 2.0, 0.05494363718296717],
    [29.0, 5.0, 2.536631573542329e-05],
    [29.0, 30.0, 2.1977448450988043e-23],
    [4999.0, 0.0, 1.0],
    [4999.0, 0.01, 0.99202168640279],
    [4999.0, 0.7, 0.4839598778111399],
    [4999.0, 2.0, 0.0455542707906974],
    [4999.0, 5.0, 5.928987182421399e-07],
    [4999.0, 30.0, 5.72878839173729e-182],
  ]
  /// Successes, trials, ends: scipy.stats.binomtest.proportion_ci(method='wilson').
  static let wilson: [[Double]] = [
    [0.0, 10.0, 0.0, 0.27753279986288926],
    [10.0, 10.0, 0.7224672001371109, 1.0],
    [1.0, 7.0, 0.02567962434474358, 0.5131278292743189],
    [93.0, 500.0, 0.1543339917500702, 0.22245409405978459],
    [135.0, 500.0, 0.23294853920310574, 0.3105586574092083],
    [751.0, 2500.0, 0.2827472092374905, 0.318665253806373],
    [1.0, 2.0, 0.09453120573423074, 0.9054687942657693],
    [0.0, 2.0, 0.0, 0.6576197724933469],
  ]
  /// Successes, trials, ends: scipy.stats.t.interval over 0/1 trials.
  static let pooled: [[Double]] = [
    [0.0, 10.0, 0.0, 0.0],
    [10.0, 10.0, 1.0, 1.0],
    [1.0, 7.0, -0.20670169302071129, 0.492415978734997],
    [93.0, 500.0, 0.15177675836225102, 0.22022324163774898],
    [135.0, 500.0, 0.23095227093605136, 0.3090477290639487],
    [751.0, 2500.0, 0.2824174936321935, 0.3183825063678065],
    [1.0, 2.0, -5.853102368087347, 6.853102368087347],
    [0.0, 2.0, 0.0, 0.0],
  ]
  /// Raw and adjusted p-values, in turn: the step-down rule written out.
  static let holm: [[Double]] = [
    [0.01, 0.04, 0.03],
    [0.03, 0.06, 0.06],
    [0.5, 0.5, 0.001, 0.2],
    [1.0, 1.0, 0.004, 0.6000000000000001],
    [0.9],
    [0.9],
    [0.02, 0.02, 0.02],
    [0.06, 0.06, 0.06],
  ]
  /// A small study, as a file of answers.
  static let answers = """
    judge,position,kind,image,method,real_first,answer,reaction_ms
    1,1,main,p08,automatic,1,second,933.4
    1,2,main,p39,automatic,1,second,364.7
    1,3,main,p33,full,0,second,1315.5
    1,4,main,p00,automatic,0,first,603.4
    1,5,main,p05,automatic,0,first,320.1
    1,6,main,p18,plain,0,,515.8
    1,7,main,p17,full,0,first,398.5
    1,8,main,p07,full,1,second,620.5
    1,9,main,p12,automatic,0,first,560.3
    1,10,main,p16,full,1,second,485.4
    1,11,main,p13,plain,1,first,542.7
    1,12,main,p01,full,0,second,430.2
    1,13,main,p37,automatic,0,second,836.0
    1,14,main,p03,automatic,0,first,882.2
    1,15,main,p02,plain,1,,739.8
    1,16,main,p31,full,0,second,765.3
    1,17,main,p04,plain,1,first,871.7
    1,18,main,p09,automatic,1,second,417.9
    1,19,main,p38,automatic,0,second,1461.1
    1,20,main,p32,automatic,1,second,677.1
    1,21,main,p14,plain,1,second,502.4
    1,22,main,p22,full,0,first,844.7
    1,23,main,p21,automatic,1,first,393.1
    1,24,main,p35,automatic,1,second,889.4
    1,25,main,p11,automatic,1,first,991.2
    1,26,main,p29,plain,1,second,1541.0
    1,27,main,p15,plain,1,second,153.1
    1,28,main,p23,automatic,0,first,560.8
    1,29,main,p06,full,1,first,1210.2
    1,30,main,p24,plain,0,second,863.8
    2,1,main,p20,plain,0,second,615.2
    2,2,main,p04,automatic,1,second,571.4
    2,3,main,p11,full,0,first,655.5
    2,4,main,p28,automatic,0,second,903.1
    2,5,main,p23,automatic,0,first,794.8
    2,6,main,p31,automatic,0,first,644.3
    2,7,main,p36,full,1,first,790.0
    2,8,main,p16,automatic,0,first,472.7
    2,9,main,p13,full,1,first,638.6
    2,10,main,p14,full,1,second,721.7
    2,11,main,p25,automatic,0,first,329.3
    2,12,main,p10,plain,0,second,518.4
    2,13,main,p22,plain,0,second,971.2
    2,14,main,p26,automatic,1,second,317.4
    2,15,main,p03,full,1,first,443.0
    2,16,main,p01,automatic,0,,1220.4
    2,17,main,p27,full,1,second,847.1
    2,18,main,p38,automatic,1,second,1260.1
    2,19,main,p06,plain,1,first,832.9
    2,20,main,p35,automatic,0,first,668.9
    2,21,main,p30,plain,0,first,253.9
    2,22,main,p29,automatic,1,second,296.2
    2,23,main,p17,plain,1,first,676.7
    2,24,main,p33,plain,1,second,793.2
    2,25,main,p34,full,1,second,262.1
    2,26,main,p05,full,0,second,578.6
    2,27,main,p19,full,1,second,1395.4
    2,28,main,p24,full,0,second,510.2
    2,29,main,p15,automatic,0,first,767.9
    2,30,main,p39,automatic,0,first,456.0
    3,1,main,p02,automatic,1,,1069.6
    3,2,main,p33,full,0,first,1019.1
    3,3,main,p09,full,0,second,666.9
    3,4,main,p01,full,0,first,806.6
    3,5,main,p22,plain,0,first,752.1
    3,6,main,p23,plain,1,second,668.4
    3,7,main,p27,plain,0,,406.6
    3,8,main,p21,automatic,0,second,519.4
    3,9,main,p35,automatic,0,first,404.8
    3,10,main,p30,plain,0,first,710.3
    3,11,main,p13,full,0,first,449.0
    3,12,main,p16,automatic,0,second,693.8
    3,13,main,p05,automatic,0,second,408.7
    3,14,main,p38,full,1,first,486.5
    3,15,main,p31,full,0,first,697.4
    3,16,main,p20,automatic,0,first,1005.3
    3,17,main,p28,plain,0,first,1161.1
    3,18,main,p07,full,0,first,1142.3
    3,19,main,p32,plain,0,first,561.1
    3,20,main,p11,plain,0,second,670.0
    3,21,main,p39,automatic,1,second,1045.6
    3,22,main,p14,automatic,0,first,405.2
    3,23,main,p36,plain,0,first,777.7
    3,24,main,p19,automatic,0,first,456.6
    3,25,main,p17,plain,1,first,551.5
    3,26,main,p18,plain,0,first,816.2
    3,27,main,p15,full,1,second,666.6
    3,28,main,p12,automatic,1,second,640.6
    3,29,main,p26,full,0,second,782.6
    3,30,main,p24,full,1,first,715.5
    4,1,main,p29,full,0,second,362.6
    4,2,main,p37,full,0,first,559.4
    4,3,main,p04,automatic,0,first,1134.4
    4,4,main,p39,plain,0,second,358.9
    4,5,main,p02,full,1,second,607.2
    4,6,main,p22,plain,1,first,772.7
    4,7,main,p20,plain,0,first,369.7
    4,8,main,p34,plain,1,first,620.7
    4,9,main,p14,plain,0,first,371.2
    4,10,main,p11,full,0,first,1035.6
    4,11,main,p10,automatic,0,first,636.8
    4,12,main,p15,plain,1,first,406.7
    4,13,main,p00,plain,0,first,748.9
    4,14,main,p01,plain,0,first,459.4
    4,15,main,p28,automatic,1,second,540.3
    4,16,main,p07,full,0,second,506.5
    4,17,main,p27,plain,0,first,503.3
    4,18,main,p35,automatic,1,first,910.6
    4,19,main,p05,plain,0,,985.1
    4,20,main,p31,automatic,0,first,378.6
    4,21,main,p19,plain,0,first,647.7
    4,22,main,p26,automatic,1,second,558.5
    4,23,main,p18,full,0,first,721.5
    4,24,main,p23,plain,1,second,954.4
    4,25,main,p21,automatic,0,first,505.8
    4,26,main,p25,plain,1,second,774.8
    4,27,main,p30,full,1,second,443.4
    4,28,main,p13,plain,0,first,475.8
    4,29,main,p24,plain,0,second,614.4
    4,30,main,p12,full,1,first,594.9
    5,1,main,p17,plain,0,second,754.6
    5,2,main,p22,plain,0,first,512.3
    5,3,main,p11,full,0,first,907.2
    5,4,main,p28,full,1,first,409.1
    5,5,main,p35,full,1,first,623.8
    5,6,main,p13,full,1,second,686.0
    5,7,main,p25,full,1,second,856.4
    5,8,main,p08,automatic,0,first,561.0
    5,9,main,p12,plain,1,second,630.9
    5,10,main,p03,full,1,,1138.3
    5,11,main,p06,automatic,1,first,1005.6
    5,12,main,p36,automatic,0,first,530.5
    5,13,main,p32,automatic,0,first,573.9
    5,14,main,p23,full,1,second,787.0
    5,15,main,p00,full,1,second,344.7
    5,16,main,p29,plain,0,first,1303.8
    5,17,main,p07,plain,0,first,499.2
    5,18,main,p04,plain,0,first,228.9
    5,19,main,p01,full,0,first,550.3
    5,20,main,p33,automatic,1,second,1079.9
    5,21,main,p15,full,1,second,823.2
    5,22,main,p26,automatic,0,second,725.3
    5,23,main,p37,full,1,second,1199.1
    5,24,main,p27,plain,1,second,663.3
    5,25,main,p20,automatic,0,first,834.7
    5,26,main,p31,automatic,1,second,737.5
    5,27,main,p09,plain,1,second,705.5
    5,28,main,p19,automatic,1,,663.3
    5,29,main,p38,automatic,1,second,1376.9
    5,30,main,p10,full,1,second,402.9
    6,1,main,p13,automatic,0,first,1155.0
    6,2,main,p38,automatic,0,first,925.9
    6,3,main,p05,plain,0,first,350.1
    6,4,main,p35,automatic,1,second,810.5
    6,5,main,p22,full,1,second,557.8
    6,6,main,p32,plain,1,second,662.8
    6,7,main,p06,automatic,0,first,513.8
    6,8,main,p17,plain,0,second,721.3
    6,9,main,p27,full,0,first,348.3
    6,10,main,p26,full,1,second,949.4
    6,11,main,p37,automatic,0,second,913.2
    6,12,main,p02,plain,1,first,564.9
    6,13,main,p09,full,0,first,810.3
    6,14,main,p30,plain,1,second,305.1
    6,15,main,p33,full,1,second,1360.9
    6,16,main,p01,plain,0,first,1253.7
    6,17,main,p24,automatic,1,second,348.5
    6,18,main,p29,plain,1,second,447.2
    6,19,main,p19,plain,1,first,424.4
    6,20,main,p11,automatic,0,first,1001.8
    6,21,main,p04,automatic,1,second,837.3
    6,22,main,p39,automatic,0,first,754.9
    6,23,main,p34,plain,0,,510.8
    6,24,main,p23,automatic,1,second,395.4
    6,25,main,p15,plain,0,second,390.3
    6,26,main,p14,full,0,second,942.5
    6,27,main,p10,automatic,0,first,646.0
    6,28,main,p36,automatic,0,first,1009.9
    6,29,main,p21,plain,0,first,1144.6
    6,30,main,p25,automatic,1,second,810.9
    7,1,main,p24,automatic,1,second,521.3
    7,2,main,p12,plain,0,second,777.2
    7,3,main,p11,automatic,1,first,736.6
    7,4,main,p00,full,1,first,608.4
    7,5,main,p18,automatic,0,first,554.6
    7,6,main,p02,full,1,first,840.6
    7,7,main,p30,full,1,second,919.1
    7,8,main,p20,automatic,0,first,466.9
    7,9,main,p03,plain,1,first,856.1
    7,10,main,p27,automatic,0,first,546.6
    7,11,main,p28,full,0,first,1203.9
    7,12,main,p37,plain,0,second,574.4
    7,13,main,p16,plain,0,second,719.2
    7,14,main,p08,plain,0,first,643.9
    7,15,main,p39,plain,0,first,533.2
    7,16,main,p31,full,0,first,1069.2
    7,17,main,p26,plain,0,first,397.5
    7,18,main,p15,plain,0,first,603.9
    7,19,main,p01,full,1,second,788.6
    7,20,main,p36,full,0,second,526.0
    7,21,main,p35,automatic,0,first,588.9
    7,22,main,p32,automatic,0,first,448.4
    7,23,main,p07,automatic,1,first,613.9
    7,24,main,p19,full,1,second,856.6
    7,25,main,p21,full,1,second,394.0
    7,26,main,p04,plain,1,second,815.4
    7,27,main,p14,plain,0,first,558.8
    7,28,main,p22,plain,0,,507.1
    7,29,main,p33,plain,0,first,653.9
    7,30,main,p23,automatic,0,first,265.1
    8,1,main,p18,full,0,first,571.7
    8,2,main,p19,automatic,0,first,499.6
    8,3,main,p15,automatic,1,second,504.0
    8,4,main,p11,full,1,first,497.6
    8,5,main,p28,full,1,second,965.4
    8,6,main,p16,plain,0,second,920.6
    8,7,main,p08,plain,0,first,717.9
    8,8,main,p17,plain,1,second,587.2
    8,9,main,p24,full,0,first,573.0
    8,10,main,p10,full,1,second,532.2
    8,11,main,p01,automatic,1,second,505.5
    8,12,main,p23,plain,1,second,432.6
    8,13,main,p35,plain,1,second,1110.3
    8,14,main,p05,automatic,0,second,452.6
    8,15,main,p12,plain,1,second,654.1
    8,16,main,p00,plain,0,first,441.8
    8,17,main,p33,automatic,0,first,941.0
    8,18,main,p37,plain,0,first,574.7
    8,19,main,p26,plain,0,first,563.1
    8,20,main,p07,full,0,,431.8
    8,21,main,p13,plain,0,first,496.4
    8,22,main,p21,plain,0,first,527.3
    8,23,main,p06,full,0,second,762.5
    8,24,main,p03,plain,0,first,549.2
    8,25,main,p31,automatic,0,first,517.3
    8,26,main,p14,automatic,1,second,304.3
    8,27,main,p29,automatic,0,first,893.9
    8,28,main,p39,plain,1,second,572.7
    8,29,main,p02,plain,0,first,354.6
    8,30,main,p22,plain,0,first,1066.4
    9,1,main,p18,automatic,1,second,600.4
    9,2,main,p28,automatic,1,first,681.0
    9,3,main,p27,plain,1,second,346.0
    9,4,main,p09,plain,1,second,442.2
    9,5,main,p11,automatic,0,first,859.6
    9,6,main,p31,plain,1,first,885.3
    9,7,main,p07,automatic,1,second,914.0
    9,8,main,p20,plain,1,first,370.1
    9,9,main,p00,full,0,first,413.3
    9,10,main,p36,automatic,1,second,634.5
    9,11,main,p01,plain,1,second,1164.2
    9,12,main,p10,plain,1,first,728.1
    9,13,main,p37,automatic,0,first,842.6
    9,14,main,p15,full,1,second,934.4
    9,15,main,p17,full,1,second,323.1
    9,16,main,p22,full,0,first,329.7
    9,17,main,p32,automatic,1,second,485.5
    9,18,main,p05,automatic,1,second,666.1
    9,19,main,p38,plain,0,first,743.0
    9,20,main,p06,automatic,1,,308.2
    9,21,main,p03,plain,1,second,789.2
    9,22,main,p39,plain,0,first,312.5
    9,23,main,p34,automatic,0,first,839.5
    9,24,main,p19,plain,0,first,738.8
    9,25,main,p29,full,1,second,690.9
    9,26,main,p13,automatic,1,second,669.2
    9,27,main,p24,full,1,second,816.0
    9,28,main,p33,automatic,0,first,253.9
    9,29,main,p23,automatic,1,second,590.6
    9,30,main,p21,plain,1,second,595.0
    10,1,main,p26,automatic,1,second,397.3
    10,2,main,p39,plain,0,second,662.4
    10,3,main,p18,automatic,0,first,648.6
    10,4,main,p38,full,0,first,613.1
    10,5,main,p34,plain,0,first,1180.2
    10,6,main,p22,automatic,0,second,862.8
    10,7,main,p29,full,0,second,511.8
    10,8,main,p19,full,0,second,537.1
    10,9,main,p08,full,1,second,615.1
    10,10,main,p31,plain,0,first,498.6
    10,11,main,p24,full,1,first,524.7
    10,12,main,p02,plain,0,second,419.0
    10,13,main,p05,automatic,1,first,1117.5
    10,14,main,p17,automatic,1,second,906.7
    10,15,main,p03,full,0,first,956.6
    10,16,main,p12,plain,0,first,441.1
    10,17,main,p21,full,0,first,817.1
    10,18,main,p11,automatic,0,first,735.9
    10,19,main,p30,automatic,1,first,865.2
    10,20,main,p32,automatic,1,second,693.6
    10,21,main,p10,full,0,first,626.6
    10,22,main,p14,full,1,second,726.8
    10,23,main,p36,full,1,,657.7
    10,24,main,p20,plain,1,first,1141.3
    10,25,main,p09,full,0,first,1120.8
    10,26,main,p25,full,0,second,734.9
    10,27,main,p07,full,0,first,542.9
    10,28,main,p06,full,0,first,721.0
    10,29,main,p37,automatic,0,first,507.0
    10,30,main,p33,automatic,1,second,535.2
    11,1,main,p21,automatic,1,second,944.4
    11,2,main,p34,plain,1,second,525.3
    11,3,main,p10,automatic,1,first,439.7
    11,4,main,p18,plain,1,second,478.9
    11,5,main,p03,automatic,1,second,1145.4
    11,6,main,p00,full,1,,302.4
    11,7,main,p25,full,1,second,846.1
    11,8,main,p23,full,1,second,499.3
    11,9,main,p09,full,1,second,580.9
    11,10,main,p28,plain,0,first,184.7
    11,11,main,p22,automatic,0,second,755.5
    11,12,main,p17,plain,1,second,406.6
    11,13,main,p14,full,0,first,710.8
    11,14,main,p12,plain,1,second,368.4
    11,15,main,p26,automatic,0,first,772.9
    11,16,main,p36,automatic,1,second,532.7
    11,17,main,p27,full,1,first,493.6
    11,18,main,p04,full,0,second,1242.0
    11,19,main,p15,automatic,0,first,719.5
    11,20,main,p07,plain,0,first,353.1
    11,21,main,p29,plain,0,second,1084.3
    11,22,main,p24,full,1,first,164.7
    11,23,main,p35,automatic,1,second,367.7
    11,24,main,p11,plain,1,second,315.9
    11,25,main,p16,full,0,first,926.5
    11,26,main,p19,automatic,1,first,469.3
    11,27,main,p37,plain,0,first,614.6
    11,28,main,p01,automatic,0,first,658.5
    11,29,main,p38,plain,0,first,490.3
    11,30,main,p06,plain,0,first,576.8
    12,1,main,p06,automatic,0,first,322.2
    12,2,main,p09,automatic,0,first,678.5
    12,3,main,p38,plain,0,first,1018.0
    12,4,main,p02,automatic,0,first,605.0
    12,5,main,p23,full,1,first,539.2
    12,6,main,p14,full,0,first,867.9
    12,7,main,p18,full,0,first,467.8
    12,8,main,p16,full,0,first,426.0
    12,9,main,p03,automatic,0,first,506.3
    12,10,main,p13,plain,1,second,919.1
    12,11,main,p05,automatic,1,first,536.6
    12,12,main,p07,full,0,second,680.4
    12,13,main,p15,plain,0,second,411.2
    12,14,main,p29,automatic,0,first,533.2
    12,15,main,p20,plain,1,second,452.8
    12,16,main,p19,automatic,1,first,1006.8
    12,17,main,p11,automatic,0,second,835.8
    12,18,main,p31,plain,0,first,348.4
    12,19,main,p30,plain,0,first,571.6
    12,20,main,p17,full,1,second,352.2
    12,21,main,p21,automatic,0,second,733.9
    12,22,main,p35,full,0,first,446.8
    12,23,main,p32,automatic,1,second,405.0
    12,24,main,p04,full,0,first,542.8
    12,25,main,p26,full,1,first,824.2
    12,26,main,p37,plain,1,second,523.0
    12,27,main,p12,automatic,0,second,998.2
    12,28,main,p00,automatic,0,first,595.3
    12,29,main,p25,plain,0,first,162.8
    12,30,main,p33,automatic,1,first,1069.9

    """
  /// By method: answered, unanswered, fooled.
  static let tallies: [[Double]] = [
    [126.0, 4.0, 28.0],
    [104.0, 4.0, 34.0],
    [116.0, 6.0, 33.0],
  ]
  /// By method: ends of the two-way interval, and the design effect.
  static let cluster: [[Double]] = [
    [0.13659378418994195, 0.34036858857125907, 1.6170604401896913],
    [0.2599840578646292, 0.40174055523497154, 0.5],
    [0.17961344057306883, 0.4192878693629766, 1.7871593578752552],
  ]
  /// By method: ICC and SD of judges, ICC and SD of images.
  static let spread: [[Double]] = [
    [-0.001435577876865605, 0.0, 0.14138416509458526, 0.15720515089719964],
    [-0.04166358400414438, 0.0, -0.08235263899175055, 0.0],
    [0.07281156857721753, 0.12263758264981163, 0.09284531928995159, 0.13820434367805792],
  ]
  /// ICC and SD of judges over all methods.
  static let allSpread: [[Double]] = [
    [0.0065298286805193185, 0.03612571300694741],
  ]
  /// By method: hit rate, false alarm rate, d', c.
  static let detection: [[Double]] = [
    [0.7410714285714286, 0.2013888888888889, 1.0488674905866768, 0.09500923408141604],
    [0.6698113207547169, 0.330188679245283, 0.6213944452086494, 8.326672684688674e-17],
    [0.6770833333333334, 0.2642857142857143, 0.7705671360752134, 0.08531499874439799],
  ]
  /// By method: median reaction time of all, fooled, right answers.
  static let reactions: [[Double]] = [
    [642.45, 795.65, 597.8499999999999],
    [661.05, 601.65, 694.15],
    [582.0, 670.0, 563.1],
  ]
  /// By pair: difference, standard error, ends, p.
  static let pairs: [[Double]] = [
    [-0.10470085470085472, 0.056056741250432994, -0.22808091031615457, 0.018679200914445124, 0.08864715496865948],
    [-0.06226053639846746, 0.08313372439272713, -0.24523663009000818, 0.12071555729307326, 0.4696173531147586],
    [0.04244031830238726, 0.0576968335668235, -0.0845495561624684, 0.16943019276724292, 0.4773812992041174],
  ]
  /// By pair: adjusted p.
  static let pairsHolm: [[Double]] = [
    [0.2659414649059784, 0.9392347062295172, 0.9392347062295172],
  ]
  /// Value, ends, p: answers 'first', drift a trial.
  static let checks: [[Double]] = [
    [0.546242774566474, 0.48829889532867804, 0.6041866538042698, 0.1067630529889221],
    [-0.003995396999332253, -0.01066502980605259, 0.002674235807388084, 0.21413422900753215],
  ]
  /// By method: mean and SD of the nested bootstrap, 40,000 draws.
  static let nested: [[Double]] = [
    [0.2217726467781662, 0.05262690838473133],
    [0.3261169333815385, 0.05771839457280319],
    [0.28697072190337647, 0.06551786300090064],
  ]
  /// By pair: P(A > B) of the same.
  static let nestedAbove: [[Double]] = [
    [0.0787375, 0.2363125, 0.6876],
  ]
  /// By method: 2.5 and 97.5 percentiles of the pigeonhole bootstrap, 40,000 draws.
  static let pigeonhole: [[Double]] = [
    [0.10185185185185185, 0.36428571428571427],
    [0.1956521739130435, 0.4716981132075472],
    [0.14423076923076922, 0.45299479166666684],
  ]
}
