# Tab-fullføring for styring i fish. Legg denne linjen i ~/.config/fish/config.fish:
#   styring fullfoering fish | source
function __styring_fullfoer
    set -l ord (commandline -opc)
    set -l begynt (commandline -ct)
    set -a ord "$begynt"
    set -l rader (_STYRING_COMPLETE=complete_styring \
        _STYRING_ORD=(string join \x1f -- $ord[2..-1]) $ord[1] 2>/dev/null | string match -v '')
    if test (count $rader) -gt 0
        printf '%s\n' $rader
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c styring -f -a '(__styring_fullfoer)'
