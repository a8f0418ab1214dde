"""How sign-in behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter

from perhekeskus import caching, site


class MemberAdapter(DefaultAccountAdapter):
    """Members are invited by the coordinator; nobody makes an account for themselves."""

    def is_open_for_signup(self, request) -> bool:
        return False

    def format_email_subject(self, subject: str) -> str:
        """Begin with the portal's own name; allauth would take the host's."""
        name = site.facts("fi", caching.current_revision()).name.text
        return f"{' '.join(name.split())}: {subject}"
