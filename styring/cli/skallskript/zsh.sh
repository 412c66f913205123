#compdef styring
# Tab-fullføring for styring i zsh. Legg denne linjen i ~/.zshrc, etter compinit:
#   eval "$(styring fullfoering zsh)"
_styring() {
    local rad
    local -a rader tilbud
    rader=("${(@f)$(
        _STYRING_COMPLETE=complete_styring _STYRING_ORD="${(pj:\x1f:)words[2,CURRENT]}" \
            "${words[1]}" 2>/dev/null
    )}")
    for rad in ${rader:#}; do
        tilbud+=("${${rad%%$'\t'*}//:/\\:}:${${rad#*$'\t'}//\\/\\\\}")
    done
    if (( $#tilbud )); then
        _describe -V 'styring' tilbud -U
    else
        _files
    fi
}
(( $+functions[compdef] )) && compdef _styring styring
