"""First pages written by the project, in the layouts and languages in which the UN prints them."""

from __future__ import annotations

# 2006 to 2009: the symbol stands below "Distr.", the item's title is in capitals without white
# space below it.
OLD = """UNITED
NATIONS

A
General Assembly

Distr.
GENERAL
A/HRC/10/901
5 January 2009
ENGLISH
Original: ENGLISH/FRENCH

HUMAN RIGHTS COUNCIL
Tenth session
Agenda item 3

PROMOTION AND PROTECTION OF ALL HUMAN RIGHTS,
CIVIL, POLITICAL, ECONOMIC, SOCIAL AND CULTURAL RIGHTS,
INCLUDING THE RIGHT TO DEVELOPMENT
Report of the Special Rapporteur on the right to clean rivers,
Jane Example*
Summary
The present report describes rivers. See A/HRC/4/902.

* Late submission.
GE.09-10000 (E) 060109
"""

# Since 2010, with the mark of the footnote torn off by the extraction.
UPR_REPORT = """A/HRC/26/901

United Nations

General Assembly

Distr.: General
26 March 2014
Original: English

Human Rights Council
Twenty-sixth session
Agenda item 6
Universal Periodic Review

Report of the Working Group on the Universal
Periodic Review
*

Sarovia

*

The annex to the present report is circulated as received.

GE.14-90000 (E)
\f1. The Working Group on the Universal Periodic Review, established in accordance with Human Rights
Council resolution 5/1, held its eighteenth session from 27 January to 7 February
2014. The review of Sarovia was held on 30 January 2014.
"""

ADDENDUM = """                                          A/HRC/26/901/Add.1

United Nations
General Assembly                          Distr.: General
                                          4 June 2014

                                          Original: English

Human Rights Council
Twenty-sixth session
Agenda item 6
Universal Periodic Review

        Report of the Working Group on the Universal Periodic
        Review*

        Sarovia

        Addendum

        Views on conclusions and/or recommendations, voluntary
        commitments and replies presented by the State under review

* The present document was not edited before being sent to the translation services.
"""

# Since 2019 the session's dates are printed; this one stands on two items and has a note.
TWO_ITEMS = """A/HRC/40/901

United Nations

General Assembly

Distr.: General
10 January 2019
Original: English

Human Rights Council
Fortieth session
25 February–22 March 2019
Agenda items 2 and 3
Annual report of the United Nations High Commissioner
for Human Rights and reports of the Office of the
High Commissioner and the Secretary-General
Promotion and protection of all human rights, civil,
political, economic, social and cultural rights,
including the right to development

Protection of lakes in small States
Report of the United Nations High Commissioner for
Human Rights
Note by the Secretariat
The Secretariat has the honour to transmit the report.
"""

# A joint document of two bodies: two sessions, two items, the second on another agenda.
JOINT = """A/HRC/38/901–E/CN.6/2018/90

United Nations

General Assembly
Economic and Social Council

Distr.: General
15 December 2017
Original: English

Human Rights Council
Thirty-eighth session
18 June–6 July 2018
Agenda item 2
Annual report of the United Nations High Commissioner
for Human Rights and reports of the Office of the
High Commissioner and the Secretary-General

Commission on the Status of Women
Sixty-second session
12–23 March 2018
Item 3 (c) of the provisional agenda*
Follow-up to conferences of all kinds: situations
and programmatic matters

Report of a fund on its activities
in small States
"""

WORKING_GROUP = """A/HRC/15/WG.2/901

United Nations

General Assembly

Distr.: General
1 March 2010
Original: English

Human Rights Council
Working Group on the Right to Development
Eleventh session
High-level task force on the right to development
Sixth session
Geneva, 14–22 January 2010

Report of the high-level task force on its sixth
session
Chairperson-Rapporteur: Stephen Example
"""

CONCLUDING_OBSERVATIONS = """United Nations
International Covenant on Civil and Political Rights

CCPR/C/XSP/CO/4
Distr.: General 22 April 2016
Original: English

Human Rights Committee
Concluding observations on the fourth report of Sarovia*
1. The Committee considered the fourth report of Sarovia (CCPR/C/XSP/4) on 8 March 2016.
"""

FRENCH = """Nations Unies                 A/HRC/WG.6/7/XSP/1

Assemblée générale            Distr. générale
16 novembre 2009
Français
Original: anglais

Conseil des droits de l’homme
Groupe de travail sur l’Examen périodique universel
Septième session
Genève, 8-19 février 2010

Rapport national présenté conformément au
paragraphe 15 a) de l’annexe à la résolution 5/1*

Sarovie

* Le présent document n’a pas été revu.
"""

SPANISH = """A/HRC/26/901

Naciones Unidas

Asamblea General

Distr. general
26 de marzo de 2014
Español
Original: inglés

Consejo de Derechos Humanos
26º período de sesiones
Tema 6 de la agenda
Examen periódico universal

Informe del Grupo de Trabajo sobre el Examen Periódico
Universal*

Sarovia

* El anexo se distribuye como se recibió.
"""

RUSSIAN = """A/HRC/26/901

Организация Объединенных Наций

Генеральная Ассамблея

Distr.: General
26 March 2014
Russian
Original: English

Совет по правам человека
Двадцать шестая сессия
Пункт 6 повестки дня
Универсальный периодический обзор

Доклад Рабочей группы по универсальному
периодическому обзору*

Саровия

* Приложение распространяется в том виде, в каком оно было получено.
"""

ARABIC = """A/HRC/26/901

الأمم المتحدة

الجمعية العامة

Distr.: General
26 March 2014
Arabic
Original: English

مجلس حقوق الإنسان
الدورة السادسة والعشرون
البند 6 من جدول الأعمال
الاستعراض الدوري الشامل

تقرير الفريق العامل المعني بالاستعراض الدوري الشامل*

ساروفيا

* يعمم المرفق كما ورد.
"""

CHINESE = """A/HRC/26/901

联合国

大会

Distr.: General
26 March 2014
Chinese
Original: English

人权理事会
第二十六届会议
议程项目6
普遍定期审议

普遍定期审议工作组的报告*

萨罗维亚

* 附件不译，原文照发。
"""
