/**
 * Words that stand at the top of published lists of stolen passwords, world-wide and Indonesian, and what an agency's staff
 * would choose first. Small on purpose: with 15 characters at least, what is left to guess is these words doubled, joined
 * in pairs, or dressed up with digits, and `refusePassword` undresses them.
 */
export const guessedPasswords: ReadonlySet<string> = new Set(
  `
  password passw0rd pass katasandi sandi kunci rahasia rahasiaku secret letmein welcome iloveyou login access master admin administrator
  superadmin root user guest test testing demo sample default changeme temp temporary private public system server computer internet
  qwerty qwertyuiop qwertyui qwert asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc asdfghjklqwertyuiop qweasd qweasdzxc poiuytrewq
  abc abcd abcde abcdef abcabc dragon monkey shadow sunshine princess football baseball basketball superman batman pokemon naruto
  michael jordan jennifer jessica ashley charlie thomas daniel matthew andrew joshua anthony robert george william hunter killer trustno
  starwars freedom whatever flower hello helloworld lovely loveme love money cheese summer winter spring autumn monday friday
  sayang sayangku sayangkamu akusayangkamu cinta cintaku akucintakamu kasih kasihku kangen rindu bunda bundaku ayah ayahku mama mamaku papa papaku
  ibu ibuku bapak keluarga keluargaku anakku istriku suamiku bismillah bismillahirrahmanirrahim alhamdulillah allahuakbar assalamualaikum
  subhanallah insyaallah masyaallah alfatihah muhammad ahmad islam yesus yesuskristus tuhanyesus jesus haleluya tuhan allah
  indonesia indonesiaraya indonesiaku merdeka garuda pancasila nusantara bhinnekatunggalika sukarno soekarno jokowi prabowo negara republik
  jakarta surabaya bandung medan semarang makassar palembang palu malang bogor bekasi depok tangerang yogyakarta jogja jogjakarta solo denpasar
  bali lombok manado ambon jayapura papua aceh padang pekanbaru pontianak banjarmasin samarinda balikpapan kendari mataram kupang sulawesi kalimantan sumatera jawa
  persija persib persebaya arema psm bonek viking bobotoh liverpool manchester chelsea arsenal barcelona realmadrid juventus milan
  doraemon sepakbola bola kucing anjing ayam kelinci mawar melati anggrek matahari bintang bulan langit pelangi hujan senja
  ganteng cantik jelek gila bodoh bego bangsat bajingan setan iblis hantu sukses semangat bahagia senang damai jaya abadi sejahtera makmur
  pegawai pegawainegeri pegawainegerisipil pns cpns asn pppk honorer korpri kepegawaian bkn bkd bkpsdm bpsdm lan pemda pemkab pemkot pemprov
  pemerintah kabupaten kota provinsi dinas badan kecamatan kelurahan camat lurah bupati walikota gubernur sekda kantor kerja kerjaku instansi
  diklat pelatihan belajar bangkom sertifikat kompetensi peserta pengajar guru dosen perawat dokter bidan polisi tentara pamong pamongpraja
  januari februari maret april mei juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu minggu
  satu dua tiga empat lima satuduatiga satuduatigaempat satuduatigaempatlima onetwothree onetwothreefour
  samsung xiaomi oppo vivo iphone android google facebook instagram whatsapp tiktok youtube gmail yahoo telkomsel indosat
  buka bukapintu masuk masukaja gakada tidakada tidaktahu lupa lupalagi lupaterus lupapassword janganlupa terserah apaaja bebas
  correcthorsebatterystaple thequickbrownfox
  `
    .trim()
    .split(/\s+/),
);
