"""Bodies that issue human-rights documents: "Human Rights Council", "Comité des droits de l'homme".

The codes are those of symbols (``upheld.core.symbols``): HRC, UPR for the Council's Working Group
on the Universal Periodic Review, and the ten treaty bodies. Names stand as first pages print them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from upheld.core.fold import fold_words


class BodyKind(StrEnum):
    """What a body is in the system."""

    ORGAN = "organ"
    COUNCIL_WORKING_GROUP = "council_working_group"
    TREATY_BODY = "treaty_body"
    COUNCIL_SUBSIDIARY = "council_subsidiary"


@dataclass(frozen=True, slots=True)
class Body:
    """One body: code "CCPR", name "Human Rights Committee", printed names in other languages."""

    code: str
    kind: BodyKind
    name: str
    printed: tuple[str, ...] = ()


BODIES = (
    Body("HRC", BodyKind.ORGAN, "Human Rights Council", (
        "Conseil des droits de l'homme", "Consejo de Derechos Humanos",
        "Совет по правам человека", "مجلس حقوق الإنسان", "人权理事会", "Hội đồng Nhân quyền",
    )),
    Body("UPR", BodyKind.COUNCIL_WORKING_GROUP, "Working Group on the Universal Periodic Review", (
        "Groupe de travail sur l'Examen périodique universel",
        "Grupo de Trabajo sobre el Examen Periódico Universal",
        "Рабочая группа по универсальному периодическому обзору",
        "الفريق العامل المعني بالاستعراض الدوري الشامل", "普遍定期审议工作组",
    )),
    Body("AC", BodyKind.COUNCIL_SUBSIDIARY, "Advisory Committee", (
        "Human Rights Council Advisory Committee", "Comité consultatif",
    )),
    Body("GA", BodyKind.ORGAN, "General Assembly", (
        "Assemblée générale", "Asamblea General", "Генеральная Ассамблея", "الجمعية العامة", "大会",
    )),
    Body("ECOSOC", BodyKind.ORGAN, "Economic and Social Council", (
        "Conseil économique et social", "Consejo Económico y Social",
        "Экономический и Социальный Совет", "المجلس الاقتصادي والاجتماعي", "经济及社会理事会",
    )),
    Body("CCPR", BodyKind.TREATY_BODY, "Human Rights Committee", (
        "Comité des droits de l'homme", "Comité de Derechos Humanos", "Комитет по правам человека",
        "اللجنة المعنية بحقوق الإنسان", "人权事务委员会",
    )),
    Body("CESCR", BodyKind.TREATY_BODY, "Committee on Economic, Social and Cultural Rights", (
        "Comité des droits économiques, sociaux et culturels",
        "Comité de Derechos Económicos, Sociales y Culturales",
        "Комитет по экономическим, социальным и культурным правам",
        "اللجنة المعنية بالحقوق الاقتصادية والاجتماعية والثقافية", "经济、社会及文化权利委员会",
    )),
    Body("CERD", BodyKind.TREATY_BODY, "Committee on the Elimination of Racial Discrimination", (
        "Comité pour l'élimination de la discrimination raciale",
        "Comité para la Eliminación de la Discriminación Racial",
        "Комитет по ликвидации расовой дискриминации", "لجنة القضاء على التمييز العنصري",
        "消除种族歧视委员会",
    )),
    Body("CEDAW", BodyKind.TREATY_BODY,
         "Committee on the Elimination of Discrimination against Women", (
        "Comité pour l'élimination de la discrimination à l'égard des femmes",
        "Comité para la Eliminación de la Discriminación contra la Mujer",
        "Комитет по ликвидации дискриминации в отношении женщин",
        "اللجنة المعنية بالقضاء على التمييز ضد المرأة", "消除对妇女歧视委员会",
    )),
    Body("CAT", BodyKind.TREATY_BODY, "Committee against Torture", (
        "Comité contre la torture", "Comité contra la Tortura", "Комитет против пыток",
        "لجنة مناهضة التعذيب", "禁止酷刑委员会",
    )),
    Body("SPT", BodyKind.TREATY_BODY,
         "Subcommittee on Prevention of Torture and Other Cruel, Inhuman or Degrading Treatment or "
         "Punishment", (
        "Subcommittee on Prevention of Torture", "Sous-Comité pour la prévention de la torture",
        "Subcomité para la Prevención de la Tortura",
    )),
    Body("CRC", BodyKind.TREATY_BODY, "Committee on the Rights of the Child", (
        "Comité des droits de l'enfant", "Comité de los Derechos del Niño",
        "Комитет по правам ребенка", "لجنة حقوق الطفل", "儿童权利委员会",
    )),
    Body("CMW", BodyKind.TREATY_BODY,
         "Committee on the Protection of the Rights of All Migrant Workers and Members of Their "
         "Families", (
        "Committee on the Protection of the Rights of All Migrant Workers",
        "Comité pour la protection des droits de tous les travailleurs migrants",
        "Comité de Protección de los Derechos de Todos los Trabajadores Migratorios",
    )),
    Body("CRPD", BodyKind.TREATY_BODY, "Committee on the Rights of Persons with Disabilities", (
        "Comité des droits des personnes handicapées",
        "Comité sobre los Derechos de las Personas con Discapacidad",
        "Комитет по правам инвалидов", "اللجنة المعنية بحقوق الأشخاص ذوي الإعاقة",
        "残疾人权利委员会",
    )),
    Body("CED", BodyKind.TREATY_BODY, "Committee on Enforced Disappearances", (
        "Comité des disparitions forcées", "Comité contra la Desaparición Forzada",
        "Комитет по насильственным исчезновениям", "اللجنة المعنية بحالات الاختفاء القسري",
        "强迫失踪问题委员会",
    )),
)  # fmt: skip

_BY_CODE = {body.code: body for body in BODIES}
_BY_NAME = {fold_words(name): body for body in BODIES for name in (body.name, *body.printed)}


def body(code: str) -> Body:
    """The body with this code; KeyError if there is none."""
    return _BY_CODE[code]


def find_body(printed: str) -> Body | None:
    """The body whose name ``printed`` is, in any official language, or None."""
    return _BY_NAME.get(fold_words(printed))
