using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>What the compiler wants of <c>init</c> accessors and records, and .NET Standard 2.0 lacks.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
