using Microsoft.Extensions.DependencyInjection.Extensions;
using ReviewInsights;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers analysers with a service collection.</summary>
public static class ReviewInsightsServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="Lexicon"/> and a <see cref="ReviewAnalyzer"/> over it as singletons. A lexicon or analyser that is
    /// registered already stays.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Chooses the lexicon and the options; null for the defaults.</param>
    public static IServiceCollection AddReviewInsights(this IServiceCollection services, Action<ReviewInsightsOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new ReviewInsightsOptions();
        configure?.Invoke(options);
        services.TryAddSingleton(_ => options.LoadLexicon());
        services.TryAddSingleton(provider => ReviewAnalyzer.Create(provider.GetRequiredService<Lexicon>(), options.Analyzer));
        return services;
    }

    /// <summary>
    /// Adds a further lexicon and analyser under a key. They share nothing with those under other keys but, where both use
    /// the built-in lexicon, its memory.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="key">The key to resolve them by.</param>
    /// <param name="configure">Chooses the lexicon and the options.</param>
    public static IServiceCollection AddKeyedReviewInsights(this IServiceCollection services, object key, Action<ReviewInsightsOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new ReviewInsightsOptions();
        configure(options);
        services.TryAddKeyedSingleton(key, (_, _) => options.LoadLexicon());
        services.TryAddKeyedSingleton(key, (provider, k) => ReviewAnalyzer.Create(provider.GetRequiredKeyedService<Lexicon>(k), options.Analyzer));
        return services;
    }
}
