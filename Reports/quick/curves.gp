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
set yrange [17.4222:32.4095]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:106]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100)
set rmargin 14
set label 'gray' at graph 1.045, first 21.737 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 21.737 to graph 1.035, first 21.737 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'levin2004' at graph 1.045, first 28.4288 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 29.0393 to graph 1.035, first 28.4288 nohead lw 0.7 lc rgb "#D55E00"
set label 'local-hints' at graph 1.045, first 29.1567 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 29.0424 to graph 1.035, first 29.1567 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004-ab' at graph 1.045, first 29.8847 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 29.3886 to graph 1.035, first 29.8847 nohead lw 0.7 lc rgb "#009E73"
set label 9001 'PSNR against revealed points, embedded scenes, 12 images' at screen 0.0100,screen 0.9708 left noenhanced font ",16" tc rgb "#000000"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 1, \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 1, \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 1, \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 1, \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9"
unset label 9001
unset label
unset arrow
set title 'Revealed points, max-error oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [17.4222:32.4095]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:106]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100)
set rmargin 14
set label 'gray' at graph 1.045, first 21.737 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 21.737 to graph 1.035, first 21.737 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'local-hints' at graph 1.045, first 29.2639 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 29.5016 to graph 1.035, first 29.2639 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004' at graph 1.045, first 29.9919 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 29.93 to graph 1.035, first 29.9919 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 30.7198 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 30.544 to graph 1.035, first 30.7198 nohead lw 0.7 lc rgb "#009E73"
plot "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 8 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 1, \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 10 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 1, \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 12 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 1, \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 14 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 1, \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9"
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
set yrange [17.4222:32.4095]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:106]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100)
set rmargin 14
set label 'gray' at graph 1.045, first 21.737 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 21.737 to graph 1.035, first 21.737 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'levin2004' at graph 1.045, first 28.4288 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 29.0393 to graph 1.035, first 28.4288 nohead lw 0.7 lc rgb "#D55E00"
set label 'local-hints' at graph 1.045, first 29.1567 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 29.0424 to graph 1.035, first 29.1567 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004-ab' at graph 1.045, first 29.8847 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 29.3886 to graph 1.035, first 29.8847 nohead lw 0.7 lc rgb "#009E73"
set label 9001 'PSNR against revealed points, embedded scenes, 12 images' at screen 0.0100,screen 0.9708 left noenhanced font ",16" tc rgb "#000000"
plot "curves.dat" index 0 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 0 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 1, \
     "curves.dat" index 1 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 2 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 2 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 1, \
     "curves.dat" index 3 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 4 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 4 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 1, \
     "curves.dat" index 5 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 6 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 6 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 1, \
     "curves.dat" index 7 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9"
unset label 9001
unset label
unset arrow
set title 'Revealed points, max-error oracle' font ",14" noenhanced
set ylabel 'PSNR (dB)' noenhanced
set xlabel "revealed points"
set yrange [17.4222:32.4095]
set ytics autofreq
set grid noxtics ytics
unset key
set logscale x
set xrange [0.25:106]
set xtics ("0" 0.4, "1" 1, "2" 2, "5" 5, "10" 10, "20" 20, "50" 50, "100" 100)
set rmargin 14
set label 'gray' at graph 1.045, first 21.737 left noenhanced tc rgb "#7F7F7F"
set arrow from graph 1.005, first 21.737 to graph 1.035, first 21.737 nohead lw 0.7 lc rgb "#7F7F7F"
set label 'local-hints' at graph 1.045, first 29.2639 left noenhanced tc rgb "#56B4E9"
set arrow from graph 1.005, first 29.5016 to graph 1.035, first 29.2639 nohead lw 0.7 lc rgb "#56B4E9"
set label 'levin2004' at graph 1.045, first 29.9919 left noenhanced tc rgb "#D55E00"
set arrow from graph 1.005, first 29.93 to graph 1.035, first 29.9919 nohead lw 0.7 lc rgb "#D55E00"
set label 'levin2004-ab' at graph 1.045, first 30.7198 left noenhanced tc rgb "#009E73"
set arrow from graph 1.005, first 30.544 to graph 1.035, first 30.7198 nohead lw 0.7 lc rgb "#009E73"
plot "curves.dat" index 8 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#7F7F7F", \
     "curves.dat" index 8 using 1:2 with linespoints lw 2 lc rgb "#7F7F7F" pt 7 ps 0.5 pi 1, \
     "curves.dat" index 9 using 1:2:3 with yerrorbars pt 7 ps 0.7 lc rgb "#7F7F7F", \
     "curves.dat" index 10 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#D55E00", \
     "curves.dat" index 10 using 1:2 with linespoints lw 2 lc rgb "#D55E00" pt 5 ps 0.5 pi 1, \
     "curves.dat" index 11 using 1:2:3 with yerrorbars pt 5 ps 0.7 lc rgb "#D55E00", \
     "curves.dat" index 12 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#009E73", \
     "curves.dat" index 12 using 1:2 with linespoints lw 2 lc rgb "#009E73" pt 9 ps 0.5 pi 1, \
     "curves.dat" index 13 using 1:2:3 with yerrorbars pt 9 ps 0.7 lc rgb "#009E73", \
     "curves.dat" index 14 using 1:($2-$3):($2+$3) with filledcurves lc rgb "#56B4E9", \
     "curves.dat" index 14 using 1:2 with linespoints lw 2 lc rgb "#56B4E9" pt 15 ps 0.5 pi 1, \
     "curves.dat" index 15 using 1:2:3 with yerrorbars pt 15 ps 0.7 lc rgb "#56B4E9"
unset multiplot
set output
