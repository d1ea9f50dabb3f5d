"""The addresses of accounts: signing in, invitations, one's own settings, users, roles."""

from __future__ import annotations

from django.urls import path

from upheld.web.views import invitation, invite, my_sign_in, roles, sign_in, sign_in_service, users

urlpatterns = [
    path("sign-in/", sign_in.ask, name="sign_in"),
    path("sign-in/code/", sign_in.code, name="sign_in_code"),
    path("sign-in/passkey/", sign_in.by_passkey, name="sign_in_passkey"),
    path("sign-in/service/", sign_in_service.go, name="sign_in_service"),
    path("sign-in/service/back", sign_in_service.back, name="sign_in_service_back"),
    path("sign-in/again/", sign_in.again, name="sign_in_again"),
    path("sign-in/forgotten/", sign_in.forgotten, name="sign_in_forgotten"),
    path("sign-in/<str:secret>/", sign_in.by_link, name="enter"),
    path("invitations/<str:secret>/", invitation.invitation, name="invitation"),
    path("settings/permissions/", roles.mine, name="my_permissions"),
    path("settings/password/", my_sign_in.password, name="my_password"),
    path("settings/second-factor/", my_sign_in.factors, name="my_factors"),
    path("settings/second-factor/app/", my_sign_in.app, name="my_app"),
    path("settings/second-factor/remove-app", my_sign_in.remove_app, name="my_app_remove"),
    path("settings/second-factor/codes", my_sign_in.codes, name="my_codes"),
    path("settings/second-factor/passkeys", my_sign_in.add_passkey, name="my_passkey_add"),
    path(
        "settings/second-factor/passkeys/<int:number>/remove",
        my_sign_in.remove_passkey,
        name="my_passkey_remove",
    ),
    path("settings/sessions/", my_sign_in.sessions, name="my_sessions"),
    path(
        "settings/sessions/end-others", my_sign_in.end_other_sessions, name="my_sessions_end_others"
    ),
    path("settings/sessions/<int:number>/end", my_sign_in.end_session, name="my_session_end"),
    path("users/", users.users, name="users"),
    path("users/invite/", invite.invite, name="invite"),
    path("users/invitations/<int:number>/", invite.invitation, name="users_invitation"),
    path("users/invitations/<int:number>/renew", invite.renew, name="invitation_renew"),
    path("users/invitations/<int:number>/revoke", invite.revoke, name="invitation_revoke"),
    path("users/<str:username>/", users.user, name="user"),
    path("users/<str:username>/give-role", users.give_role, name="user_give_role"),
    path("users/<str:username>/take-role", users.take_role, name="user_take_role"),
    path("users/<str:username>/deactivate", users.deactivate, name="user_deactivate"),
    path("users/<str:username>/reactivate", users.reactivate, name="user_reactivate"),
    path("users/<str:username>/link", users.link, name="user_link"),
    path(
        "users/<str:username>/take-away-second-factor",
        users.take_away_factors,
        name="user_take_away_factors",
    ),
    path("about/roles/", roles.roles, name="roles"),
]
