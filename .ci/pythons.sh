# Every Python from 3.11 up that the machine has, one of each version, as «3.12 /path/to/python3»: of
# PATH, and of pyenv, whose shims in PATH find nothing without its variables.
pythons() {
    local places place python version
    IFS=: read -ra places <<<"$PATH"
    places+=("${PYENV_ROOT:-$HOME/.pyenv}"/versions/*/bin)
    for place in "${places[@]}"; do
        case "$place" in */shims) places+=("${place%/shims}"/versions/*/bin) ;; esac
    done
    for place in "${places[@]}"; do
        for python in "$place"/python3 "$place"/python3.[0-9]*; do
            case "$python" in */shims/* | *-config) continue ;; esac
            if version=$("$python" -c 'import ensurepip, sys; print(f"3.{sys.version_info[1]}")
sys.exit(sys.version_info < (3, 11))' 2>/dev/null); then echo "$version $python"; fi
        done
    done | sort -s -V -k1,1 | awk '!seen[$1]++'
}
