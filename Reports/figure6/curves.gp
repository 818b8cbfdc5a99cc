# Draws curves.svg and curves.png from curves.dat: run `gnuplot curves.gp` in this folder.
set encoding utf8
set datafile separator whitespace
set border 3 lc rgb "#555555"
set tics nomirror out tc rgb "#333333"
set grid ytics lc rgb "#E4E4E4" lw 1
set style fill transparent solid 0.18 noborder
set terminal svg size 1200,480 dynamic font 'Helvetica,14' background rgb 'white'
set output "curves.svg"
set multiplot layout 1,2 title " " font ",16"
unset label
unset arrow
set title 'Revealed points, random oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [15.3685:35.0732]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:531.06]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500)
set rmargin 22
set label 'gray' at graph 1.045, first 22.2129 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 22.5629 to graph 1.035, first 22.2129 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'gray, published' at graph 1.045, first 23.17 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 22.82 to graph 1.035, first 23.17 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'local-hints' at graph 1.045, first 30.4424 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 31.4484 to graph 1.035, first 30.4424 nohead lw 0.7 lc rgb "#56B4E9"
set label 'local-hints, published' at graph 1.045, first 31.3995 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 32.139 to graph 1.035, first 31.3995 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'levin2004' at graph 1.045, first 32.3566 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 32.2984 to graph 1.035, first 32.3566 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 33.3136 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 32.8629 to graph 1.035, first 33.3136 nohead lw 0.7 lc rgb "#009E73"
set label 'affinity-hints (ours)' at graph 1.045, first 34.2707 left noenhanced tc rgb "#8C6D1F"
set arrow from graph 1.005, first 33.0341 to graph 1.035, first 34.2707 nohead lw 0.7 lc rgb "#8C6D1F"
set label 9001 'PSNR against revealed points, 24 images' at screen 0.0100,screen 0.9708 left noenhanced font ",16" tc rgb "#000000"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 4, \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 4, \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 4, \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9", \
     "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#8C6D1F", \
     "curves.dat" index 8 using 1:2 with linespoints lw 2 lc rgb "#8C6D1F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#8C6D1F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 10 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 12 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A"
unset label 9001
unset label
unset arrow
set title 'Revealed points, max-error oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [15.3685:35.0732]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:531.06]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500)
set rmargin 21
set label 'gray' at graph 1.045, first 22.2129 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 22.5629 to graph 1.035, first 22.2129 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'gray, published' at graph 1.045, first 23.17 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 22.82 to graph 1.035, first 23.17 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'local-hints' at graph 1.045, first 31.5667 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 32.0801 to graph 1.035, first 31.5667 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004' at graph 1.045, first 32.5238 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 32.8323 to graph 1.035, first 32.5238 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 33.4809 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 33.4821 to graph 1.035, first 33.4809 nohead lw 0.7 lc rgb "#009E73"
set label 'affinity-hints (ours)' at graph 1.045, first 34.438 left noenhanced tc rgb "#8C6D1F"
set arrow from graph 1.005, first 33.6149 to graph 1.035, first 34.438 nohead lw 0.7 lc rgb "#8C6D1F"
plot "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 14 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 16 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 16 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 4, \
     "curves.dat" index 17 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 18 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 18 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 4, \
     "curves.dat" index 19 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 20 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 20 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 4, \
     "curves.dat" index 21 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9", \
     "curves.dat" index 22 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#8C6D1F", \
     "curves.dat" index 22 using 1:2 with linespoints lw 2 lc rgb "#8C6D1F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 23 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#8C6D1F", \
     "curves.dat" index 24 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 24 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 25 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A"
unset multiplot
set output
set terminal pngcairo size 2400,960 font 'Helvetica,14' fontscale 1.5 linewidth 2 pointscale 1.6 background rgb 'white'
set output "curves.png"
set multiplot layout 1,2 title " " font ",16"
unset label
unset arrow
set title 'Revealed points, random oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [15.3685:35.0732]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:531.06]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500)
set rmargin 22
set label 'gray' at graph 1.045, first 22.2129 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 22.5629 to graph 1.035, first 22.2129 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'gray, published' at graph 1.045, first 23.17 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 22.82 to graph 1.035, first 23.17 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'local-hints' at graph 1.045, first 30.4424 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 31.4484 to graph 1.035, first 30.4424 nohead lw 0.7 lc rgb "#56B4E9"
set label 'local-hints, published' at graph 1.045, first 31.3995 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 32.139 to graph 1.035, first 31.3995 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'levin2004' at graph 1.045, first 32.3566 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 32.2984 to graph 1.035, first 32.3566 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 33.3136 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 32.8629 to graph 1.035, first 33.3136 nohead lw 0.7 lc rgb "#009E73"
set label 'affinity-hints (ours)' at graph 1.045, first 34.2707 left noenhanced tc rgb "#8C6D1F"
set arrow from graph 1.005, first 33.0341 to graph 1.035, first 34.2707 nohead lw 0.7 lc rgb "#8C6D1F"
set label 9001 'PSNR against revealed points, 24 images' at screen 0.0100,screen 0.9708 left noenhanced font ",16" tc rgb "#000000"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 4, \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 4, \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 4, \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9", \
     "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#8C6D1F", \
     "curves.dat" index 8 using 1:2 with linespoints lw 2 lc rgb "#8C6D1F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#8C6D1F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 10 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 12 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A"
unset label 9001
unset label
unset arrow
set title 'Revealed points, max-error oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [15.3685:35.0732]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:531.06]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100, "200" 200, "500" 500)
set rmargin 21
set label 'gray' at graph 1.045, first 22.2129 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 22.5629 to graph 1.035, first 22.2129 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'gray, published' at graph 1.045, first 23.17 left noenhanced tc rgb "#9A9A9A"
set arrow from graph 1.005, first 22.82 to graph 1.035, first 23.17 nohead lw 0.7 lc rgb "#9A9A9A"
set label 'local-hints' at graph 1.045, first 31.5667 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 32.0801 to graph 1.035, first 31.5667 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004' at graph 1.045, first 32.5238 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 32.8323 to graph 1.035, first 32.5238 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 33.4809 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 33.4821 to graph 1.035, first 33.4809 nohead lw 0.7 lc rgb "#009E73"
set label 'affinity-hints (ours)' at graph 1.045, first 34.438 left noenhanced tc rgb "#8C6D1F"
set arrow from graph 1.005, first 33.6149 to graph 1.035, first 34.438 nohead lw 0.7 lc rgb "#8C6D1F"
plot "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 14 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 16 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 16 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 4, \
     "curves.dat" index 17 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 18 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 18 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 4, \
     "curves.dat" index 19 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 20 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 20 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 4, \
     "curves.dat" index 21 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9", \
     "curves.dat" index 22 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#8C6D1F", \
     "curves.dat" index 22 using 1:2 with linespoints lw 2 lc rgb "#8C6D1F" pt 7 ps 0.5 pi 4, \
     "curves.dat" index 23 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#8C6D1F", \
     "curves.dat" index 24 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#9A9A9A", \
     "curves.dat" index 24 using 1:2 with linespoints dt 2 lw 1.5 lc rgb "#9A9A9A" pt 6 ps 0.5 pi 4, \
     "curves.dat" index 25 using 1:2:3 with yerrorbars pt 6 ps 0.7 lc rgb "#9A9A9A"
unset multiplot
set output
