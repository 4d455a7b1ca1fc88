using AutoDiffGen.Generator.Diagnostics;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Lift;

/// <summary>The text of a <c>_Lifted</c> member, or why the method has none.</summary>
/// <param name="Text">
/// The member with its documentation, and the nested class of its helpers where it has any: lines ended by <c>\n</c>, not indented, none of
/// them inside a string, so that the text may be indented line by line. Null where there are problems.
/// </param>
internal sealed record LiftResult(string? Text, EquatableArray<DiagnosticInfo> Problems);
