using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>A pass has met what it cannot do; the differentiator reports it at the source statement, or at the method where none is known.</summary>
internal sealed class UnsupportedException : Exception
{
    private readonly Var? _variable;

    /// <param name="words">The construct, as the subject of a sentence.</param>
    public UnsupportedException(string words, Origin? at = null)
        : base(words) => At = at;

    /// <param name="variable">A variable of the user's, in whatever version.</param>
    /// <param name="clause">What is the matter with it, without commas: "which …".</param>
    public UnsupportedException(Var variable, string clause, Origin? at)
        : base(clause) => (_variable, At) = (variable, at);

    /// <summary>The source statement.</summary>
    public Origin? At { get; }

    /// <summary>The construct, as the subject of a sentence that names the user's variable.</summary>
    /// <param name="given">The names that the user gave.</param>
    public string Words(ICollection<string> given)
    {
        if (_variable is null)
            return Message;
        string plain = _variable.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        string? name = given.Contains(_variable.Name) ? _variable.Name : given.Contains(plain) ? plain : null;
        return name is null ? $"An array or span, {Message}," : $"The variable '{name}', {Message},";
    }
}
