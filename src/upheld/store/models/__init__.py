"""The tables. One file per idea; changed only through ``upheld.services``."""

from upheld.store.models.document import Document, StateUnderReview
from upheld.store.models.document_version import DocumentVersion
from upheld.store.models.event import Event
from upheld.store.models.finding import DocumentFinding
from upheld.store.models.import_run import ImportRun
from upheld.store.models.imported_row import ImportedRow
from upheld.store.models.judgement import Judgement
from upheld.store.models.label import Label
from upheld.store.models.position import PositionEntry
from upheld.store.models.reading import Reading
from upheld.store.models.record import RecommendingState, Record
from upheld.store.models.role_binding import RoleBinding
from upheld.store.models.sign_in_link import SignInLink
from upheld.store.models.stored_file import StoredFile
from upheld.store.models.term import Term
from upheld.store.models.user import User

__all__ = [
    "Document",
    "DocumentFinding",
    "DocumentVersion",
    "Event",
    "ImportRun",
    "ImportedRow",
    "Judgement",
    "Label",
    "PositionEntry",
    "Reading",
    "RecommendingState",
    "Record",
    "RoleBinding",
    "SignInLink",
    "StateUnderReview",
    "StoredFile",
    "Term",
    "User",
]
