from django.http import HttpResponse


def facts(request):
    return HttpResponse("")


country = organization = person = treaty = section = facts
