# Tab-fullføring for styring i bash. Legg denne linjen i ~/.bashrc:
#   eval "$(styring fullfoering bash)"
_styring_fullfoer() {
    local IFS=$'\x1f' rad
    local -a rader
    mapfile -t rader < <(
        _STYRING_COMPLETE=complete_styring _STYRING_ORD="${COMP_WORDS[*]:1:COMP_CWORD}" \
            "${COMP_WORDS[0]}" 2>/dev/null
    )
    COMPREPLY=()
    [[ -n ${rader[0]} ]] || return
    for rad in "${rader[@]}"; do
        # Tittelen vises i en liste, men skal aldri settes inn på kommandolinjen.
        if [[ ${#rader[@]} -eq 1 || $COMP_TYPE -eq 37 || $rad != *$'\t'?* ]]; then
            COMPREPLY+=("${rad%%$'\t'*}")
        else
            COMPREPLY+=("${rad%%$'\t'*}  (${rad#*$'\t'})")
        fi
    done
    compopt -o nosort 2>/dev/null
}
complete -o default -F _styring_fullfoer styring
