/// The scalars of a script, with or without Script_Extensions, from the table below.
func scriptSet(_ name: [UInt8], withExtensions: Bool) -> ScalarSet? {
    guard let row = tableRow(name), row.isScript else { return nil }
    var set = ScalarSet(bounds: row.bounds)
    if withExtensions { set.bounds = symmetricDifference(row.bounds, row.change) }
    return set
}

func tabulatedSet(_ name: StaticString) -> ScalarSet? {
    tableRow(name.withUTF8Buffer { Array($0) }).map { ScalarSet(bounds: $0.bounds) }
}

private struct TableRow {
    var bounds: [UInt32]
    /// What Script_Extensions holds and Script does not, or the other way round.
    var change: [UInt32]
    var isScript: Bool
}

private func tableRow(_ name: [UInt8]) -> TableRow? {
    scriptTable.withUTF8Buffer { table in
        var start = 0
        while start < table.count {
            let end = table[start...].firstIndex(of: 0x0A) ?? table.count
            let columns = table[start..<end].split(separator: 0x20, omittingEmptySubsequences: false)
            if columns.count > 1, columns[0].split(separator: 0x2C).contains(where: { $0.elementsEqual(name) }) {
                return TableRow(
                    bounds: unpack(columns[1]),
                    change: columns.count > 2 ? unpack(columns[2]) : [],
                    isScript: columns[0].first != 0x2E
                )
            }
            start = end + 1
        }
        return nil
    }
}

/// Ranges as the distance from the end of the one before and the length less one; numbers as
/// digits of five bits, lowest first, in the alphabet of `PatternEncoder`.
private func unpack(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt32] {
    var bounds: [UInt32] = []
    var next: UInt32 = 0
    var number: UInt32 = 0
    var shift: UInt32 = 0
    for byte in text {
        let digit = UInt32(byte) - (byte > 0x5C ? 0x24 : 0x23)
        number |= (digit & 31) << shift
        shift += 5
        if digit >= 32 { continue }
        next += number
        bounds.append(next)
        if bounds.count % 2 == 0 { next += 1 }
        number = 0
        shift = 0
    }
    return bounds
}

/// Two lists of ranges over each other: a place where an odd number of ranges begins or ends
/// is a border of what is in exactly one of them.
private func symmetricDifference(_ one: [UInt32], _ other: [UInt32]) -> [UInt32] {
    var borders: [UInt32] = []
    for bounds in [one, other] {
        for (index, bound) in bounds.enumerated() { borders.append(index % 2 == 0 ? bound : bound + 1) }
    }
    borders.sort()
    var kept: [UInt32] = []
    for border in borders {
        if kept.last == border { kept.removeLast() } else { kept.append(border) }
    }
    for index in kept.indices where index % 2 == 1 { kept[index] -= 1 }
    return kept
}

/// Per line: the names of a script, its ranges, and where Script_Extensions differs; at the end
/// the properties that the standard library lacks, whose names here begin with a full stop.
/// Unicode 17.
private let scriptTable: StaticString = """
Adlm,Adlam CK^&N%','$ cS$#C$#QS)#TR&#
Aghb,Caucasian_Albanian SLD%V$.# G;#O$#O$#
Ahom C[H%=%1'9
Arab,Arabic CS$'$($0$%$B$,.<$N&$D$S%R$S*D$(M%$?SU`$P2%R'C$2S&'$I'F_&AF%(++D$(C[Z$&$=$$$#%#$,$&$#$#)#'#$#$#$%$$$#%#$#$#$#$#$$$#%&$)$&$&$#$,$3(%$'$3W$$ OS$#1#&#C$#--=#bQ)#TR&#`ZV$$CP$>
Armi,Imperial_Aramaic CEE%8$+
Armn,Armenian TL$H$%T$%%FOa$' K;#
Avst,Avestan C[E%X$&) Z(#[N.$
Bali,Balinese C[)O%$T$
Bamu,Bamum CXL$Z%KKS$[4
Bass,Bassa_Vah SY^%@%(
Batk,Batak Cb)V$+&
Beng,Bengali CO%&$*%$%8$)$#&&%+%$%&+#'$$'%; `8#WW$$4$M_'#$#%$$#+#+#%#'#%%]cE$#
Bhks,Bhaiksuki CCJ%+$O$$0-?
Bopo,Bopomofo M:$]S.M$S&B J9#$%0#JL.%',$/-&%#)#F)#LMV$$^+'
Brah,Brahmi CCG%P%'F$,#
Brai,Braille CC-c*
Bugi,Buginese CS)>%$ RQM$#
Buhd,Buhid C^(6 X]($
Cakm,Chakma CKG%W$$4 IR%,SU$,
Cans,Canadian_Aboriginal CC(c6S4H%^PC%2
Cari,Carian CXC%S$ Z(#Ea*#%#VQ&#
Cham CSM$Y$,0%,%&
Cher,Cherokee Ca'X%%(U_H$R% C;%$#)$9$.$
Chrs,Chorasmian SaF%>
Copt,Coptic,Qaac EB0SG-V&() Z(#K5#&$$#O&$DX-#KIX$>
Cpmn,Cypro_Minoan S`N%E& CKC%$
Cprt,Cypriot CCE%(%#$N$$$&#%# CKC%%'O$&+
Cyrl,Cyrillic CC$G'%K(S^(-C(#O%#JF'BCEAc%Q`8$CS[$a$D$# `8#F%%$#$#$#%#(#V.$TN)#ME'#
Deva,Devanagari CK%S%'1%<C_J$BCS?, `8#WW$$4$M_'I$$$YB#c]D$,
Diak,Dives_Akuru CKI%)%#%*$$$@$$%.,,
Dogr,Dogra CCI%_$ GN%.CYJ$,
Dsrt,Deseret CCD%R%
Dupl,Duployan CCR&M&(/&+*,%& Z(#R5$$#;$Z[-#FVF&&
Egyp,Egyptian_Hieroglyphs CCO%XE$-^`&
Elba,Elbasan CKD%J$ Z(#P5#
Elym,Elymaic CcF%9
Ethi,Ethiopic CS'K%$&%)$#$&%K$$&%C$$&%)$#$&%1$[$$&%E%%B&<IR)9,)$)$)$)$)$)$)$)ELB(%(%(,)$)THR%)$&$$$1 Q;#
Geor,Georgian CH'H$$#(#%M$$&S`%M$%%CE'H$$#(# Z(#TI$#T_%#b^&#YQ&#
Glag,Glagolitic CC.c%CaO&)$3%)$$$' Z(#N5#$#b.#%#D+#T_%#b^&#KR&#NDA#
Gong,Gunjala_Gondi CNJ%($$$G$$$$(*, Z(#OH%$
Gonm,Masaram_Gondi CKJ%)$$$N$&#$$$++, GN%$
Goth,Gothic S]C%= Z(#O5$%#K$#
Gran,Grantha C[G%&$*%$%8$)$$$'%+%$%%%#)#()%)&' TM%$4$C70`I'#$$A%&$YB#MU`$#WG&$$#
Grek,Greek S>&$%%&$#'#$#$%$#$6$b$12IL)'U$'''W%#C-8%(%H$%(%*$#$#$#$A%W$$1$0%($5%%$+J,#bTE$#^Q8Q%4#cEW$H% Z(#K5$%#$#$#-#Q$#%#Q$#NU)$_7#
Gujr,Gujarati DW%%$+$%$8$)$$$'%,$%$%%#2&%.*) TM%$4$MYJ$,
Guru,Gurmukhi DS%%$('$%8$)$$$$$$%#$''$%%&#*&$#*3 TM%$4$MYJ$,
Hang,Hangul CK'c*QT*$D+a%T&AD%ADZ@?F7Fa-/9'S$Ga,A&(%(%(%% DC/%',$/3#)#F)#LMV$$^+'
Hani,Han CW.<$[%/X)R$#$#<+1&GAcP)C%cR7CK9P.%L&KK@$/)LCG$cYL$C$aK'%PW(%SL*2P6EP%a3ER$M^'(LL+ Z(#[].2$%%#$,$/-&%#)#'&_(#W'2C$H$,#S$J$[$S$2.V$#[%;-'C&AD[?*a]8$^+'^cW$4bY*$
Hano,Hanunoo C](7 X]($
Hatr,Hatran CJE%5$$('
Hebr,Hebrew TO$Y$+='(KLa$<$'$#$$$$$, J;$
Hira,Hiragana DE/X%)%D_c%b+5#@%PH3# DC/%',$/3($#'$_%&&#^%$KMV$$^+'-#P$$
Hluw,Anatolian_Hieroglyphs CCT%I5
Hmng,Pahawh_Hmong C[^%H%-,$)$7(5
Hmnp,Nyiakeng_Puachue_Hmong CK[&O$&0%,'$
Hung,Old_Hungarian CGF%U$0U$*( ^E+#%#VQ&#2#
Ital,Old_Italic C[C%F$,%
Java,Javanese COM$P%%,'$ RQM$#
Kali,Kayah_Li CKM$P$$# QLM$#
Kana,Katakana DH/]%%%S*2S)Q$$Z%QCV$,$O$UEO$&$)$$$#c+%U$#1& H;#@#aI.%',$/3($#'$_%&&#^%$KMV$$^+'-#P$$
Khar,Kharoshthi CSE%&$$(*$%$?%%',*+
Khmr,Khmer C`(a%%,),I2B
Khoj,Khojki CSG%4$Q$ IZ%,CMJ$,
Kits,Khitan_Small_Script Gc_%#_[)X1L$#
Knda,Kannada CG&/$%$9$,$'%+$%$&*$(%$&%,$% TM%$4$M_'#$$)#:#$#_]E$(
Kthi,Kaithi CGG%E%-# IN%,DI,#bRA,
Lana,Tai_Tham CT)b$$?%-),)0
Laoo,Lao DW&$$#$'$:$#$9%'$#$)$,%&
Latn,Latin D%<)<R$#2#(9$A$C1J$'_S)H$)S$(&(/$H%D%c*T.#0#3/P'$)#>#4K$ZY%BEXAH&&T%71S<M$$+$&Y`6)^C$<)<HD%($L$$+H^X$A)( Z(#G3#-#$%$#,#$#I$1$$$#2%*$$$I$#(#'/X+$MI$$Ka$#`J&#Y4#C)#IL&#KJA*I4#
Lepc,Lepcha CC*Z$&1&%
Limb,Limbu CK)A$.'.'#&. HN%#
Lina,Linear_A CSD%Y,,8-* JKC%O$
Linb,Linear_B CCC%.$<$5$$$1%0E$^& CKC%%'O$&+
Lisu SIL$R$SXA# `8#3#`L.$
Lyci,Lycian CWC%? ^E+#
Lydi,Lydian CLE%<(# Z(#]N.#
Mahj,Mahajani SMG%I$ Z(#OH%.CYJ$,
Maka,Makasar CZJ%;
Mand,Mandaic CE%>%# CU$#
Mani,Manichaean CYE%I$'. CU$#
Marc,Marchen SFJ%B%8$0
Medf,Medefaidrin CU_%^%
Mend,Mende_Kikakui CC^&G)%2
Merc,Meroitic_Cursive CPE%:'6%P$
Mero,Meroitic_Hieroglyphs COE%B aE+#
Mlym,Malayalam CK&/$%$U$$%$('2%< TM%$4$W_'#:#a]E$%
Modi CSH%G%., SDM$,
Mong,Mongolian CC)$%#$6)[%*M$XPc$/ EC)$$#LD%#Tb&$(&
Mroo,Mro CU^%A$,'$
Mtei,Meetei_Mayek CZM$9L)P$%,
Mult,Multani CWG%)$#$&$1$- IV%,
Mymr,Myanmar CC'c'CMI$AD&BSE>6 QLM$#
Nand,Nandinagari CPI%*%P$%- TM%#5$C?,]c&#+#*#X]E$(
Narb,Old_North_Arabian CWE%B
Nbat,Nabataean CGE%A++
Newa CCH%_%$' TM%$E`'#$$,#)#$#$#
Nkoo,Nko Cb$^$%% OS$#1#&#b[a$$
Nshu,Nushu Dc_%#QO3N/
Ogam,Ogham CW(?
Olck,Ol_Chiki SE*R$
Orkh,Old_Turkic CCF%K% ^E+#XQ&#
Orya,Oriya D[%%$*%$%8$)$$$'%+%$%%*%'$$'%4 TM%$4$W_'#:#
Osge,Osage SHD%F$'F$ D;#%#)#O%#
Osma,Osmanya CGD%@%,
Ougr,Old_Uyghur S_F%< CU$#THD%#
Palm,Palmyrene CFE%B
Pauc,Pau_Cin_Hau CYI%[$
Perm,Old_Permic S^C%M$ Z(#K5#(%-#R.#
Phag,Phags_Pa CEM$Z$ EC)$$#LD%#Ub&#
Phli,Inscriptional_Pahlavi C_E%5(*
Phlp,Psalter_Pahlavi C`E%4*&/) CU$#
Phnx,Phoenician CKE%>&#
Plrd,Miao C[_%M%'[$*3
Prti,Inscriptional_Parthian C^E%8%*
Rjng,Rejang SLM$F$.#
Rohg,Hanifi_Rohingya CKF%J$+, OS$#1#&#C$#V'#
Runr,Runic CX(M%&- NZ(%
Samr,Samaritan CC%P$%1 TT.#
Sarb,Old_South_Arabian CVE%B
Saur,Saurashtra CGM$H%+.
Sgnw,SignWriting CCY&N72'$1
Shaw,Shavian SED%R$ Z(#
Shrd,Sharada COG%c%CO%* TM%#H`'#$#%$%#,#%#E^E$(%#
Sidd,Siddham COH%X$%H$
Sind,Khudawadi SXG%^$(, GN%$MYJ$,
Sinh,Sinhala DO&%$4&:$+$#%)&#'($#$*),%%OcC%6 GN%$O`'#
Sogd,Sogdian S]F%L$ CU$#
Sogo,Old_Sogdian C[F%J$
Sora,Sora_Sompeng SIG%;*,
Soyo,Soyombo SUI%U%
Sund,Sundanese C`)c$C+*
Sylo,Syloti_Nagri CCM$O$ GN%$C',
Syrc,Syriac C[$0$_$%%S+- F;$%$$#;%*$$$^9#1$%#C$#--=#J`(#$#
Tagb,Tagbanwa C_(/$%$$ X]($
Takr,Takri CWH%]$), GN%$MYJ$,
Tale,Tai_Le SM)@%' C;$($&#VL&,
Talu,New_Tai_Lue CO)N$'<)-&$
Taml,Tamil E`%$$(&%$&&$$#$$&$&%&.''&%$&%#)#17HbG%T$0# TM%$4$W_'#[CF$#PS=#$#Z$$
Tang,Tangut Cc_%#BcZ)C3AD&U& Sc.2R2#
Tavt,Tai_Viet CWM$E%;'
Telu,Telugu CC&/$%$9$2%+$%$&*$$%$$%&%,*+ TM%$4$R_'$$#$#:#
Tfng,Tifinagh SL.Z$*$1# E;#$#$&<#
Tglg,Tagalog C[(8,# X]($
Thaa,Thaana C`$T$ OS$#1$%#C%,K`a$#-#
Thai DS&]$(> `8#=#N$#P$#
Tibt,Tibetan C[&J%$F$'I$$F$$1$)'$ KC/&
Tirh,Tirhuta CGH%J%+, TM%$4$R_'#/#2#a]E$,
Tnsa,Tangsa SV^%Q%$,
Toto SW[&A `8#
Ugar,Ugaritic C`C%@$#
Vaii,Vai CKL$N,
Vith,Vithkuqi SND%-$1$)$$$-$1$)$$
Wara,Warang_Citi CHI%U%/#
Wcho,Wancho CY[&]$(#
Xpeo,Old_Persian CaC%F$'0
Xsux,Cuneiform CCK%]?I&Q&$'.F)
Yezi,Yezidi CWF%L$$%%$ OS$#1#&#C%,
Yiii,Yi CCK$OG$&Y$ DC/$(,%*c)#HVV$'
Zanb,Zanabazar_Square CSI%J%
Zinh,Inherited,Qaai C;R&X+$G1-=#C:&_M'P$%.G2%$/$)'#)#&$I)c$O3$E)C$]]&&N&$HNV$230RA#E*#^E'#GbQ$P$%9C4%4*%)A&U^N;R* C;1$$$#2%*$$$3#%#5#(#'/X+$G1-=#C:$a_'%$/$)'#)#&$I)$Y$#$#X:#]]&&N&$HUW$#^E'#
Zyyy,Common #C%=(=Q$$1$':#B#D1I$('%6W&#,#)#$#a6#)#1#&#C$#`'#G3#D'$]I$#X/&E,#RR$%J%$N)$$#PI$#0#*&$($%%#H;.%Y%$-&-$14D$b$H$$%%($=$3L$%']79-8c?C+V6%L'C3a%U/7$#$;2*'&_%$&#^%$V'2C$H$,#S$c$BS%R$#[%J(CQ)c$CK9D$I&%H(,W*#C(#N/#1$UQ7$S),9E$$5$&V'#$B=(=--#P$$C%)$)-'E+%'O$&+S%/V$O$G*=GPQ$&`^&`*&V0)923c%V&`$X*-I$%a$&3+$*@'`$X)6/6/Y%,;J'W%$I%$$%#%$%&$.$#$)$C%$&%*$)$>$&$'$#&)$V-%F,%T$TF(F%O%`$E9N$'F&/1%1$1$G$-P([$<$$0N$'+*$1(^'[A&3&/&])).'#2.'Z$+,)J$+@%.'$1+J$Z-+0%/&-&[$$#'2%.',*U'$I&ICD;#Ac% Z(#G3#-#$%$#,#$#^'#Z7#1#&#C$#F<$X`$#RR$%J%$N)$$#PI$#0#*&$($%%#W<#B#-#%#]P&#;$-#'#$#O02$%%#$,$/3($#'&_%$&#^%$V'2C$H$,#S$J$[$S$2.V$#[%;-'C&AD[?*K,,W*#C(#Q_7$H+$^+'-#P$$C.%'O$&+D0=GPQ$&`X(4bY*$
Zzzz,Unknown [>$)&*#$#7#P/#I$$U$$&#Z$*>&)-Q+#`$$H&0_$$T$$2#?$$#.'E$'P*#+$%$9#*#$%'$,$%$'*$&%#($<$&#)&%$9#*#%#%#%$$#(&%$&%$)'#$)4,&#,#&#9#*#%#($-#&#&$$1'$/)*#&#+$%$9#*#%#($,$%$&)&&%#($5,%#)%&#'%%#$#%%%%&%/&(%&#'$$($08'0#&#:#3$,#&#')%#&#%$'$-)9#&#:#-#($,#&#')%'&#'$-#&.0#&#V$#&#)&3$=#&#5%;#,#$$*%$&)#$#+(-$&.^$&@G$%#$#(#;#$#:$(#$#*#-$'BK%#G$&J$#G$#2#0G$I)#$'$$].#'$*#$#'$L$#'$D$#'$*#$#'$2#]$#'$F%$C$%=(Y%$)$a7%]%)9+;+7.0#&#%.b%$-(-(=(]%)N$'I%,B#/&/&$%M$$(-O$&=(.%b$$D%#@$.(-(1$Q$$/6P%#I(*`$%2%b$'N$$.*N$'Y3$)$I$$)$+#$#$#$#B$X$#2#1$)#6$&#,#H&#/$>#0%E$0D$1O'&^78.7W[$$b.'P$#$'$$[$)%0;+*#*#*#*#*#*#*#*#b&D$=#]%.Y)<S%#Y%$J&'N$#b%#Y%+S$#PV?%Z$+`-6[(*a)6`$%-([$*I%*/(W&-A%Q%#.&D$#Z$+1$-$J&:?,)$)$)+*#*#`$&b&$-(Ga-.:&T$FK+Q.$M&H$*.('=#(#$#%#%#M7BM$(V$#6#'&(#J'$$#b(%)$)$)$&%*#*,($/#=#6#%#2$1D$_&'&&P$%[%#0%$Q$Q$D'@%T$1?&G$+A'N$'A#H$&1L$b'$-(G$&G$&K$*W$-/#2#*#%#.#2#*#%%W$.Z,+9,+:)#M$#,G%)$$#O$#%%$$:#K%*,R$6#%'D$%>'>H$[$&7$U$#%'+#&#@$&&-),)C%BJ$&/+Y$%@$>'=)'.*R%L%Y$V$/V$)Q$*-(I$%@*%R)B#M$#&$%2)*,C$Q$*M$8=H$?6:+Q%&G$+G%,$$<)-(X$#5*J$+C&#7-5#R$a$*#$#'#2#.(_$'-('#+$%$9#*#%#(#-$%$&$$($'*$*%(--#$$$#I$#-#$$$#'#-#%*%?`%#(@K%*-H(Y$$I$D$H%--(05^$(-(7>>$2&:[(`$F&V%.+$$$+#%#A#%$/+-H%+$Q$$.=K%*V%/L%)-X%+Z%E$0-(,#P$#1,@%C$$9#1K%*#%#O$%$#%#,*-()#%#H$#%#))-(O$&-X*<)4#L$%@W%$1U$/_?H&R&#(-G)NU%F&/YE$,_`&'J5[X)^$HY$]4)B#-&T%#-(A$),I%,-#*#8'6R0^$H)_%'<$<N$N%&]$)4c$(-*+YI*K$C$C&V&`R+'#*#%#F,1$?&$$0'*O/FK%N&'0%,)-$+_^&a*%W0(:141Q$$:+W&_$Y*,J$$E)7I%]&7.7.Z%+<I'X%#J%#%$$$%$'#/#$#*#D%#'$+#*#?#'#(#$%*#W-$G,$b81(#2RE$B()W)*#4$*#%#('b$C$$R&P$%1$-&%c,B3^$'$R1M$X)N$&$c(B#9*%c)*#'#%#2#H)$3K$O%&-&%S;G%N%a$D)'#>#%#$$$#-#'#$#$($&$#$#$#&#%#$$$#$#$#$#$#%#$$'#*#'#'#$#-#4'&#(#4V$%P+O$&G&.2$2#2#H$,Q(Z$@/O$&,)%0)]']A%4%0%^)(/&$1/&[$*-(K$*A$/&%0,I$[-*1$0%.%]$#$&3$/&-)V'#J&GC$CZL$BbK'$QW($TL*1Q6DP%b3DR$N^''ML+I`U8$@C&c&S*RSc(
Kawi C[J%3$K$&?
Nagm,Nag_Mundari SI]&L$
Gara,Garay CMF%H$&?+$ OS$#1#&#
Gukh,Gurung_Khema CK[%]$ HN%#
Krai,Kirat_Rai CM_%]$
Onao,Ol_Onal SQ]&M$'# GN%$
Sunu,Sunuwar CbI%D$1, C;$$#,#%#?#&#
Todr,Todhri CQD%V$ D;#%#%#,#$#M%#
Tutg,Tulu_Tigalari C`G%,$#%#$H$$,$#%#$&$,$$+$ IJ&,EC'#$#_]E$(_(#
Berf,Beria_Erfe CX_%;%;
Sidt,Sidetic CME%<
Tayo,Tai_Yo CY]&A$8+$
Tols,Tolong_Siki SPJ%N$',
.Extended_Pictographic L(#'#P`*#/#[)#9#^%(2$R.$/#I(#<-'%J)#J*$-#,#^$&$',#%#%$%#'#%#$$%#&#&$+%(#$#(..$%#$$$#5#%$5($#$$&$(#%$'$.$($%#($$#$$7$(($&%#'#%#%($#%#$#$#)#&#)#-$2#%#'#$#'%$#.$S$%,#1#1#W.$R1%6$V$#'#^I$#/#]5#$#MNR&#J$&G&.2$2#1$H$,S&$/$1#%,6Z$>1-#7#%+$&,9)_(%R&%$$%%U%%%$&(a*$b$.($:*$%*/#%&%#'$0$%#+$,#(%/%+%%#$#'#)#&#)X%S$H%(*%3&#$(%/^)H$/&[$*-(K$*A$/&%0,I$/Q$$,$[([%*1T'C+aB
.Emoji_Component F$#)#(,Vb*#X)#NLZ$#Yb`$<_2'SP$&OVD;c%
"""
