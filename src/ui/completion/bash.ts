/**
 * Kept to what bash 3.2 knows, for macOS. Words typed are handed on as they are and never evaluated: a `$(…)` on the
 * line must not run because Tab was pressed.
 */
export const bashCompletion = `# bash completion for net: eval "$(net completion bash)"
_net_complete() {
    local words=() count=0 glued='' word line last='' found=()
    # bash takes --weight=small apart at the =
    for word in "\${COMP_WORDS[@]:1:COMP_CWORD}"; do
        if [[ $count -gt 0 && ( $word == '=' || $glued ) ]]; then
            words[count - 1]+=$word
        else
            words[count]=$word
            count=$((count + 1))
        fi
        if [[ $word == '=' ]]; then glued=1; else glued=''; fi
    done
    local current=\${words[count - 1]}
    local cut=''
    if [[ $current == -*=* ]]; then cut=\${current%%=*}=; fi
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ $last ]]; then
            word=\${last%%$'\\t'*}
            found+=("\${word#"$cut"}")
        fi
        last=$line
    done < <("$1" complete -- "\${words[@]}" 2>/dev/null)
    # The last line says what the others are; without it another program of that name answered.
    case $last in
        :words)
            COMPREPLY=("\${found[@]}")
            compopt -o nosort 2>/dev/null
            ;;
        :files)
            compopt -o filenames 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "\${current#"$cut"}")
            ;;
    esac
}
complete -F _net_complete net netz`
