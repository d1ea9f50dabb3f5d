"""The tables. One file per idea; changed only through ``upheld.services``."""

from upheld.store.models.assessment import Assessment
from upheld.store.models.assignment import Assignment
from upheld.store.models.body import Body, BodySuccession
from upheld.store.models.body_sheet import IssuedSheet, ReturnedSheet
from upheld.store.models.document import Document, StateUnderReview
from upheld.store.models.document_version import DocumentVersion
from upheld.store.models.entry import Entry
from upheld.store.models.event import Event
from upheld.store.models.evidence import Evidence
from upheld.store.models.failed_sign_in import FailedSignIn
from upheld.store.models.finding import DocumentFinding
from upheld.store.models.import_run import ImportRun
from upheld.store.models.imported_row import ImportedRow
from upheld.store.models.indicator import Indicator, IndicatorValue
from upheld.store.models.invitation import Invitation, InvitedRole
from upheld.store.models.judgement import Judgement
from upheld.store.models.label import Label
from upheld.store.models.law import Law, LawPassage
from upheld.store.models.open_session import OpenSession
from upheld.store.models.outside_identity import OutsideIdentity
from upheld.store.models.plan import (
    ActionAnswer,
    ActionSupport,
    Milestone,
    Plan,
    PlannedAction,
    PlanSource,
)
from upheld.store.models.position import PositionEntry
from upheld.store.models.proposed_label import ClassifierEdition, LabelledText, ProposedLabel
from upheld.store.models.reading import Reading
from upheld.store.models.record import RecommendingState, Record
from upheld.store.models.reminder import Digest, ReminderChoice, Snooze
from upheld.store.models.reply import Reply
from upheld.store.models.role_binding import RoleBinding
from upheld.store.models.saved_view import SavedView, Shows
from upheld.store.models.second_factor import AuthenticatorApp, Passkey, RecoveryCode
from upheld.store.models.sign_in_link import SignInLink
from upheld.store.models.stored_file import StoredFile
from upheld.store.models.term import Term
from upheld.store.models.user import User

__all__ = [
    "ActionAnswer",
    "ActionSupport",
    "Assessment",
    "Assignment",
    "AuthenticatorApp",
    "Body",
    "BodySuccession",
    "ClassifierEdition",
    "Digest",
    "Document",
    "DocumentFinding",
    "DocumentVersion",
    "Entry",
    "Event",
    "Evidence",
    "FailedSignIn",
    "ImportRun",
    "ImportedRow",
    "Indicator",
    "IndicatorValue",
    "Invitation",
    "InvitedRole",
    "IssuedSheet",
    "Judgement",
    "Label",
    "LabelledText",
    "Law",
    "LawPassage",
    "Milestone",
    "OpenSession",
    "OutsideIdentity",
    "Passkey",
    "Plan",
    "PlanSource",
    "PlannedAction",
    "PositionEntry",
    "ProposedLabel",
    "Reading",
    "RecommendingState",
    "Record",
    "RecoveryCode",
    "ReminderChoice",
    "Reply",
    "ReturnedSheet",
    "RoleBinding",
    "SavedView",
    "Shows",
    "SignInLink",
    "Snooze",
    "StateUnderReview",
    "StoredFile",
    "Term",
    "User",
]
