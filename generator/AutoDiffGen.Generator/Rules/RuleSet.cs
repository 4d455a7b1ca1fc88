using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Rules;

/// <summary>The rules in force for a compilation: the library's table and the user's own. A value, as everything past lowering is.</summary>
internal sealed record RuleSet(EquatableArray<TableRule> Table, EquatableArray<UserRule> User)
{
    private readonly Lazy<ILookup<string, TableRule>> _table = new(() => Table.ToLookup(r => r.Key, StringComparer.Ordinal));
    private readonly Lazy<ILookup<string, UserRule>> _user = new(() => User.ToLookup(r => r.Target, StringComparer.Ordinal));

    /// <summary>Whether any rule is given for the function: then its body, if it has one, is not differentiated.</summary>
    public bool Knows(FunctionRef function) => _user.Value.Contains(function.Key) || _table.Value.Contains(function.Key);

    /// <summary>The user's rule for an argument of a function.</summary>
    public UserRule? FindUser(FunctionRef function, int argument) =>
        _user.Value[function.Key].FirstOrDefault(r => r.Argument == argument);

    /// <summary>The table's rule for an argument of a function.</summary>
    public TableRule? FindTable(FunctionRef function, int argument) =>
        _table.Value[function.Key].FirstOrDefault(r => r.Argument == argument);

    public bool Equals(RuleSet? other) => other is not null && Table.Equals(other.Table) && User.Equals(other.User);

    public override int GetHashCode() => unchecked((Table.GetHashCode() * 31) + User.GetHashCode());
}
