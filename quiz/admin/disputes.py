from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db.models import F
from django.utils import timezone
from django.utils.text import Truncator

from quiz import disputes, oversight
from quiz.admin import evidence
from quiz.admin.forms import family_label
from quiz.formats import FORMATS
from quiz.forms import ProseField
from quiz.models import Dispute

WORDS_IN_LIST = 15


class AnswerForm(forms.ModelForm):
    """What a teacher says to an objection, and what comes of it."""

    outcome = forms.ChoiceField(
        choices=[
            (outcome.value, outcome.label.capitalize())
            for outcome in (Dispute.Outcome.UPHELD, Dispute.Outcome.DECLINED)
        ],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose whether the learner has a point."},
    )
    answer = ProseField(
        label="Your answer",
        help_text="The learner reads it under the question. Your name is not shown.",
        widget=AdminTextareaWidget(attrs={"rows": 4}),
        error_messages={"required": "Write the learner a sentence or two."},
    )

    class Meta:
        model = Dispute
        fields = ["outcome", "answer"]


@admin.register(Dispute)
class DisputeAdmin(admin.ModelAdmin):
    """Objections of learners beside the facts they are about; here they are answered."""

    form = AnswerForm
    list_display = ["question", "said", "who", "outcome", "made_at", "answered_by"]
    list_filter = ["outcome", "item__topic", "made_at"]
    list_per_page = 50
    empty_value_display = "nobody yet"
    search_fields = [
        "reason",
        "answer",
        "item__stem",
        "item__claim",
        "shown_as",
    ]
    search_help_text = (
        "Searches objections, answers, questions, keys of facts and names."
    )

    def get_ordering(self, request):
        """Those that wait come first, the longest waiting at the top."""
        return [F("answered_at").desc(nulls_first=True), "made_at"]

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def get_queryset(self, request):
        return (
            oversight.disputes(request.user)
            .order_by(*self.get_ordering(request))
            .select_related("item__attempt__learner", "item__question", "answered_by")
        )

    def save_model(self, request, obj, form, change):
        if not form.has_changed():
            return  # or what the learner has read would be news again
        disputes.answer(
            obj,
            form.cleaned_data["answer"],
            outcome=form.cleaned_data["outcome"],
            by=request.user,
            now=timezone.now(),
        )

    def render_change_form(self, request, context, **how):
        if obj := how["obj"]:
            item = obj.item
            keys = evidence.keys(item)
            known = evidence.facts(keys)
            asked = {item.claim, *item.claims}
            context |= {
                "item": item,
                "who": self.who(obj),
                "family_label": family_label(item.family),
                "given": FORMATS[item.format].in_words(item, item.answer.given),
                "shown": evidence.shown_lines(item, known),
                "facts": [known[key] for key in keys if key in asked & known.keys()],
            }
        return super().render_change_form(request, context, **how)

    @admin.display(ordering="item__stem")
    def question(self, dispute):
        return dispute.item.stem

    @admin.display(ordering="reason", description="objection")
    def said(self, dispute):
        return Truncator(dispute.reason).words(WORDS_IN_LIST)

    @admin.display(description="learner")
    def who(self, dispute):
        """As the teacher knows them; of somebody else's pupil they learn no name."""
        if not dispute.is_overseen:
            return "a learner"
        return oversight.name_of(dispute)
