export const fishCompletion = `# fish completion for net: net completion fish | source
function __net_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] complete -- $words[2..-1] "$current" 2>/dev/null)
    # The last line says what the others are; without it another program of that name answered.
    switch "$lines[-1]"
        case :words
            set -e lines[-1]
            test (count $lines) -gt 0; and printf '%s\\n' $lines
        case :files
            __fish_complete_path "$current"
    end
end
for name in net netz
    complete -c $name -e
    complete -c $name -f -k -a '(__net_complete)'
end`
