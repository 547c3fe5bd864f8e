"""An award of a labour arbitration commission or a court's judgment: proof of the labour relation, in several pages."""

from __future__ import annotations

from pipeline.declare import DocumentType, Extraction

TYPE = DocumentType(
    id="arbitration_or_judgment",
    name_zh="仲裁裁决书/判决书",
    titles=(
        "劳动人事争议仲裁裁决书",
        "劳动争议仲裁裁决书",
        "仲裁裁决书",
        "仲裁调解书",
        "民事判决书",
        "民事调解书",
        "民事裁定书",
        "行政判决书",
        "裁决书",
        "判决书",
        "调解书",
    ),
    captions=(
        "劳动人事争议仲裁委员会",
        "劳动争议仲裁委员会",
        "劳人仲",
        "人民法院",
        "被申请人",
        "被告",
        "委托诉讼代理人",
        "仲裁请求",
        "诉讼请求",
        "本委认为",
        "本院认为",
        "经审理查明",
        "确认劳动关系",
        "裁决如下",
        "判决如下",
        "首席仲裁员",
        "仲裁员",
        "审判长",
        "审判员",
        "书记员",
        "如不服本判决",
        "如不服本裁决",
        "与原本核对无异",
    ),
    slots=(),
    extract=lambda _: Extraction(fields={}),
    running=("申请人", "被申请人", "仲裁"),
)
