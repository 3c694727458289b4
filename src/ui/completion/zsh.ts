/** Works both ways: read in at start-up (compinit is started where it has not been), or as a file \`_net\` in a folder of fpath. */
export const zshCompletion = `#compdef net netz
# zsh completion for net: source <(net completion zsh)
_net() {
    local -a lines found
    local line
    lines=("\${(@f)$("$words[1]" complete -- "\${(@Q)words[2,CURRENT-1]}" "$QIPREFIX$PREFIX" 2>/dev/null)}")
    # The last line says what the others are; without it another program of that name answered.
    case $lines[-1] in
        :words)
            for line in "\${(@)lines[1,-2]}"; do
                # _describe wants value:description
                found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
            done
            _describe -V 'net' found
            ;;
        :files) _files ;;
    esac
}
if [[ $funcstack[1] == _net ]]; then
    _net "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
    compdef _net net netz
fi`
