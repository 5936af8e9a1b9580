"""Puts one thread into Misago's first category, posts by people in turns; prints its address, and the
cookie of one of them.

Reads `{"title": …, "people": […], "posts": […]}` from its input.
"""

import json
import sys

import django

django.setup()

from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone

from misago.categories.models import Category
from misago.markup import common_flavour
from misago.threads.checksums import update_post_checksum
from misago.threads.models import Post, Thread
from misago.users.avatars import dynamic


class Request:
    """What the markup asks a request for."""

    @staticmethod
    def get_host():
        return "127.0.0.1"


def registered(name):
    address = f"{name.lower()}@example.net"
    person = get_user_model().objects.create_user(name, address, f"{name}-and-a-long-password")
    dynamic.set_avatar(person)
    return person


def post(thread, poster, text):
    now = timezone.now()
    written = common_flavour(Request, poster, text)["parsed_text"]
    post = Post(category=thread.category, thread=thread, poster=poster, poster_name=poster.username)
    post.original, post.parsed, post.posted_on, post.updated_on = text, written, now, now
    post.save()
    update_post_checksum(post)
    post.update_search_vector()
    post.save()


told = json.load(sys.stdin)
people = [registered(name) for name in told["people"]]
category = Category.objects.filter(special_role__isnull=True, level__gt=0).first()
now = timezone.now()
thread = Thread(category=category, started_on=now, last_post_on=now)
thread.set_title(told["title"])
thread.save()
for number, text in enumerate(told["posts"]):
    post(thread, people[number % len(people)], text)
thread.synchronize()
thread.save()
category.synchronize()
category.save()
print(thread.get_absolute_url())

browser = Client()
browser.force_login(people[0], backend="misago.users.authbackends.MisagoBackend")
print(f"sessionid={browser.cookies['sessionid'].value}")
