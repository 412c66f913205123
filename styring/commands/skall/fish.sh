# Tab-fullføring for styring i fish. Legg denne linjen i ~/.config/fish/config.fish:
#   styring fullfoering fish | source
function __styring_fullfoer
    set -l ord (commandline -opc) (commandline -ct)
    set -l rader (_STYRING_COMPLETE=complete_styring \
        _STYRING_ORD=(string join \n -- $ord[2..-1] | string collect) $ord[1] 2>/dev/null)
    if test (count $rader) -gt 0
        printf '%s\n' $rader
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c styring -f -a '(__styring_fullfoer)'
