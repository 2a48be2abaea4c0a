-- The application's own role: it owns nothing, and the migrations grant it what it may do.
create role pamong_app login password 'pamong';
