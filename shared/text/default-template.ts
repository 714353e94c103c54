/** The layout a person begins with when they make their own. */
export const DEFAULT_TEMPLATE = `---
title: {{{title_yaml}}}
{{#source}}
source: {{{source_yaml}}}
{{/source}}
{{#date}}
date: {{{date}}}
{{/date}}
{{#url}}
url: {{{url}}}
{{/url}}
tags: [{{{tags_yaml}}}]
---

# {{title}}

{{#remarks}}
{{{note}}} ^{{{id}}}

{{/remarks}}
{{#has_marks}}
## Marks

{{/has_marks}}
{{#marks}}
{{{quote_block}}}

{{#category}}
**{{category}}** · {{day}} ^{{{id}}}

{{/category}}
{{{note}}}

{{/marks}}
{{#has_cards}}
## Cards

{{/has_cards}}
{{#cards}}
**{{number}}.** {{{front}}}

{{{back}}}

{{/cards}}
{{#has_names}}
## Names

{{/has_names}}
{{#names}}
- {{{link}}}
{{/names}}
`
