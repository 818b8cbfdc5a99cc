# Draws curves.svg and curves.png from curves.dat: run `gnuplot curves.gp` in this folder.
set encoding utf8
set datafile separator whitespace
set border 3 lc rgb "#555555"
set tics nomirror out tc rgb "#333333"
set grid ytics lc rgb "#E4E4E4" lw 1
set style fill transparent solid 0.18 noborder
set terminal svg size 1240,480 dynamic font 'Helvetica,13' background rgb 'white'
set output "curves.svg"
set multiplot layout 1,2 title 'PSNR against revealed points, 24 images' font ",15" noenhanced
unset label
set title "random oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [15.7642:34.556]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:35550.062]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500) font ",11"
set label "gray" at 576.15,22.5629 tc rgb "#7F7F7F"
set label "local-hints" at 576.15,31.4484 tc rgb "#56B4E9"
set label "local-hints, published" at 576.15,32.3025 tc rgb "#9A9A9A"
set label "levin2004" at 576.15,33.1567 tc rgb "#D55E00"
set label "levin2004-ab" at 576.15,34.0109 tc rgb "#009E73"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9", \
     "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 8 using 1:2 with lines dt 2 lw 1.5 lc rgb "#9A9A9A", \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 6 ps 0.6 lc rgb "#9A9A9A"
unset label
set title "max-error oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [15.7642:34.556]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:3789.6143]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500) font ",11"
set label "gray" at 576.15,22.5629 tc rgb "#7F7F7F"
set label "local-hints" at 576.15,32.0801 tc rgb "#56B4E9"
set label "levin2004" at 576.15,32.9343 tc rgb "#D55E00"
set label "levin2004-ab" at 576.15,33.7884 tc rgb "#009E73"
plot "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 14 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 16 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 16 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 17 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset multiplot
set output
set terminal pngcairo size 2480,960 font 'Helvetica,13' fontscale 2 linewidth 2 pointscale 1.6 background rgb 'white'
set output "curves.png"
set multiplot layout 1,2 title 'PSNR against revealed points, 24 images' font ",15" noenhanced
unset label
set title "random oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [15.7642:34.556]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:35550.062]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500) font ",11"
set label "gray" at 576.15,22.5629 tc rgb "#7F7F7F"
set label "local-hints" at 576.15,31.4484 tc rgb "#56B4E9"
set label "local-hints, published" at 576.15,32.3025 tc rgb "#9A9A9A"
set label "levin2004" at 576.15,33.1567 tc rgb "#D55E00"
set label "levin2004-ab" at 576.15,34.0109 tc rgb "#009E73"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9", \
     "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 8 using 1:2 with lines dt 2 lw 1.5 lc rgb "#9A9A9A", \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 6 ps 0.6 lc rgb "#9A9A9A"
unset label
set title "max-error oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [15.7642:34.556]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:3789.6143]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500) font ",11"
set label "gray" at 576.15,22.5629 tc rgb "#7F7F7F"
set label "local-hints" at 576.15,32.0801 tc rgb "#56B4E9"
set label "levin2004" at 576.15,32.9343 tc rgb "#D55E00"
set label "levin2004-ab" at 576.15,33.7884 tc rgb "#009E73"
plot "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 14 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 16 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 16 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 17 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset multiplot
set output
