"""How sign-in behaves in this house."""

from allauth.account.adapter import DefaultAccountAdapter


class MemberAdapter(DefaultAccountAdapter):
    """Members are invited by the coordinator; nobody makes an account for themselves."""

    def is_open_for_signup(self, request) -> bool:
        return False
