# Draws curves.svg and curves.png from curves.dat: run `gnuplot curves.gp` in this folder.
set encoding utf8
set datafile separator whitespace
set border 3 lc rgb "#555555"
set tics nomirror out tc rgb "#333333"
set grid ytics lc rgb "#E4E4E4" lw 1
set style fill transparent solid 0.18 noborder
set terminal svg size 1240,480 dynamic font 'Helvetica,13' background rgb 'white'
set output "curves.svg"
set multiplot layout 1,2 title 'PSNR against revealed points, embedded scenes, 12 images' font ",15" noenhanced
unset label
set title "random oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [17.6035:32.2283]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:492.6115]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100) font ",11"
set label "gray" at 115,21.737 tc rgb "#7F7F7F"
set label "levin2004" at 115,29.0393 tc rgb "#D55E00"
set label "local-hints" at 115,29.7041 tc rgb "#56B4E9"
set label "levin2004-ab" at 115,30.3688 tc rgb "#009E73"
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
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset label
set title "max-error oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [17.6035:32.2283]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:492.6115]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100) font ",11"
set label "gray" at 115,21.737 tc rgb "#7F7F7F"
set label "local-hints" at 115,29.5016 tc rgb "#56B4E9"
set label "levin2004" at 115,30.1664 tc rgb "#D55E00"
set label "levin2004-ab" at 115,30.8312 tc rgb "#009E73"
plot "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 8 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 10 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 12 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 14 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset multiplot
set output
set terminal pngcairo size 2480,960 font 'Helvetica,13' fontscale 2 linewidth 2 pointscale 1.6 background rgb 'white'
set output "curves.png"
set multiplot layout 1,2 title 'PSNR against revealed points, embedded scenes, 12 images' font ",15" noenhanced
unset label
set title "random oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [17.6035:32.2283]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:492.6115]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100) font ",11"
set label "gray" at 115,21.737 tc rgb "#7F7F7F"
set label "levin2004" at 115,29.0393 tc rgb "#D55E00"
set label "local-hints" at 115,29.7041 tc rgb "#56B4E9"
set label "levin2004-ab" at 115,30.3688 tc rgb "#009E73"
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
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset label
set title "max-error oracle" font ",13"
set ylabel "PSNR (dB)"
set yrange [17.6035:32.2283]
unset key
set logscale x
set xlabel "revealed points"
set xrange [0.25:492.6115]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100) font ",11"
set label "gray" at 115,21.737 tc rgb "#7F7F7F"
set label "local-hints" at 115,29.5016 tc rgb "#56B4E9"
set label "levin2004" at 115,30.1664 tc rgb "#D55E00"
set label "levin2004-ab" at 115,30.8312 tc rgb "#009E73"
plot "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 8 using 1:2 with lines lw 2 lc rgb "#7F7F7F", \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 10 using 1:2 with lines lw 2 lc rgb "#D55E00", \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 12 using 1:2 with lines lw 2 lc rgb "#009E73", \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#009E73", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 14 using 1:2 with lines lw 2 lc rgb "#56B4E9", \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.6 lc rgb "#56B4E9"
unset multiplot
set output
